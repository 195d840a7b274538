<?php
// Work for an interpreter: arrays, strings, classes, closures, numbers.
class Tree {
    public ?Tree $left = null, $right = null;
    function __construct(int $depth) {
        if ($depth > 0) {
            $this->left = new Tree($depth - 1);
            $this->right = new Tree($depth - 1);
        }
    }
    function count(): int { return 1 + ($this->left ? $this->left->count() + $this->right->count() : 0); }
}

function sieve(int $n): array {
    $composite = array_fill(0, $n, false);
    $primes = [];
    for ($i = 2; $i < $n; $i++) {
        if ($composite[$i]) continue;
        $primes[] = $i;
        for ($j = $i * $i; $j < $n; $j += $i) $composite[$j] = true;
    }
    return $primes;
}

function queens(int $n, int $row = 0, int $columns = 0, int $up = 0, int $down = 0): int {
    if ($row === $n) return 1;
    $count = 0;
    for ($c = 0; $c < $n; $c++) {
        $bit = 1 << $c;
        if (($columns | $up | $down) & $bit) continue;
        $count += queens($n, $row + 1, $columns | $bit, ($up | $bit) << 1, ($down | $bit) >> 1);
    }
    return $count;
}

function mandelbrot(int $size): int {
    $inside = 0;
    for ($y = 0; $y < $size; $y++) {
        for ($x = 0; $x < $size; $x++) {
            $cr = 3.0 * $x / $size - 2; $ci = 2.0 * $y / $size - 1;
            $zr = $zi = 0.0;
            for ($n = 0; $n < 40 && $zr * $zr + $zi * $zi <= 4; $n++) {
                [$zr, $zi] = [$zr * $zr - $zi * $zi + $cr, 2 * $zr * $zi + $ci];
            }
            if ($n === 40) $inside++;
        }
    }
    return $inside;
}

$primes = sieve(300000);
$words = [];
foreach ($primes as $prime) $words[substr((string)$prime, -3)][] = $prime;
ksort($words, SORT_STRING);
$text = json_encode($words);
echo count($primes), ' ', count($words), ' ', md5($text), ' ', crc32($text), "\n";
echo preg_match_all('/[13]7\d+/', $text), ' ', array_sum(array_map('strlen', explode(',', $text))), "\n";
echo (new Tree(16))->count(), ' ', queens(8), ' ', mandelbrot(200), "\n";
uksort($words, fn($a, $b) => count($words[$b]) <=> count($words[$a]) ?: strcmp((string)$a, (string)$b));
echo implode(' ', array_slice(array_keys($words), 0, 5)), ' ', strlen(serialize($words)), "\n";
