# Work for an interpreter: dictionaries, lists, strings, classes, closures, exceptions, numbers.
import hashlib, json, re

def sieve(n):
    composite = bytearray(n)
    primes = []
    for i in range(2, n):
        if not composite[i]:
            primes.append(i)
            composite[i * i::i] = b'\1' * len(range(i * i, n, i))
    return primes

class Tree:
    def __init__(self, depth):
        self.left = Tree(depth - 1) if depth else None
        self.right = Tree(depth - 1) if depth else None

    def count(self):
        return 1 + (self.left.count() + self.right.count() if self.left else 0)

def queens(n, row=0, columns=0, up=0, down=0):
    if row == n:
        return 1
    return sum(queens(n, row + 1, columns | 1 << c, (up | 1 << c) << 1, (down | 1 << c) >> 1)
               for c in range(n) if not (columns | up | down) >> c & 1)

def mandelbrot(size):
    inside = 0
    for y in range(size):
        for x in range(size):
            c, z = complex(3 * x / size - 2, 2 * y / size - 1), 0j
            for _ in range(40):
                z = z * z + c
                if abs(z) > 2:
                    break
            else:
                inside += 1
    return inside

primes = sieve(200000)
words = {}
for prime in primes:
    key = str(prime)[-3:]
    words.setdefault(key, []).append(prime)
text = json.dumps(words, sort_keys=True)
print(len(primes), len(words), hashlib.sha256(text.encode()).hexdigest())
print(len(re.findall(r'[13]7\d+', text)), sum(map(len, re.split(r'[,\]]', text))))
print(Tree(14).count(), queens(8), mandelbrot(120))
print(sorted(words, key=lambda key: (-len(words[key]), key))[:5])
print(sum(json.loads(text)['007']) % 1000003, 3 ** 2000 % 10 ** 20)
