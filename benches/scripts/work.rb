# Work for an interpreter: hashes, arrays, strings, classes, blocks, numbers.
class Tree
  def initialize(depth)
    @left, @right = Tree.new(depth - 1), Tree.new(depth - 1) if depth > 0
  end

  def count = 1 + (@left ? @left.count + @right.count : 0)
  attr_reader :left, :right
end

def sieve(n)
  composite = Array.new(n, false)
  (2...n).select do |i|
    next false if composite[i]
    (i * i).step(n - 1, i) { |j| composite[j] = true }
    true
  end
end

def queens(n, row = 0, columns = 0, up = 0, down = 0)
  return 1 if row == n
  count = 0
  c = 0
  while c < n
    bit = 1 << c
    count += queens(n, row + 1, columns | bit, (up | bit) << 1, (down | bit) >> 1) if (columns | up | down) & bit == 0
    c += 1
  end
  count
end

def mandelbrot(size)
  inside = 0
  size.times do |y|
    size.times do |x|
      cr, ci, zr, zi, n = 3.0 * x / size - 2, 2.0 * y / size - 1, 0.0, 0.0, 0
      while n < 40 && zr * zr + zi * zi <= 4
        zr, zi = zr * zr - zi * zi + cr, 2 * zr * zi + ci
        n += 1
      end
      inside += 1 if n == 40
    end
  end
  inside
end

primes = sieve(150_000)
words = Hash.new { |hash, key| hash[key] = [] }
primes.each { |prime| words[prime.to_s[-3..] || prime.to_s] << prime }
text = words.sort.map { |key, list| "#{key}:#{list.join(',')}" }.join("\n")
puts primes.size, words.size, text.sum, text.scan(/[13]7\d+/).size
puts Tree.new(14).count, queens(8), mandelbrot(110)
puts words.keys.sort_by { |key| [-words[key].size, key] }.first(5).inspect
puts (3**2000 % 10**20), text.each_char.tally.sort.inspect
