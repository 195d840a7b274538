// The guest of `guest.rs` for AArch64. Slots below P by the layout in `common`: import 0 at 64, import 1 at 80;
// libcall n at 136 + 8 n.

    .balign 64
hand_text:
// spread(i64 x7, f64 x9, i32) -> (i64, f64, i64, f64, i64, f64): stack slots 0 = seventh i64, 1 = ninth
// f64, 2 = i32, then results 3, 4.
hand_spread:
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub x0, x0, x1
    add x0, x0, x2
    add x0, x0, x3
    add x0, x0, x4
    add x0, x0, x5
    ldr x1, [x29, #16]
    ldr w9, [x29, #32]
    str x9, [x29, #40]
    fadd d0, d0, d7
    ldr d1, [x29, #24]
    fsub d1, d1, d0
    str d1, [x29, #48]
    ldp x29, x30, [sp], #16
    ret
hand_spread_end:
// host(i32) -> i32: calls import 0 with everything the guest keeps filled in, and checks it afterwards;
// adds 1000 if a register was lost.
hand_host:
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #160
    stp x19, x20, [sp]
    stp x21, x22, [sp, #16]
    stp x23, x24, [sp, #32]
    stp x25, x26, [sp, #48]
    stp x27, x28, [sp, #64]
    stp d8, d9, [sp, #80]
    stp d10, d11, [sp, #96]
    stp d12, d13, [sp, #112]
    stp d14, d15, [sp, #128]
    mov x19, #11
    mov x20, #12
    mov x21, #13
    mov x22, #14
    mov x23, #15
    mov x24, #16
    mov x25, #17
    mov x26, #18
    mov x27, #19
    fmov d8, x19
    fmov d9, x20
    fmov d10, x21
    fmov d11, x22
    fmov d12, x23
    fmov d13, x24
    fmov d14, x25
    fmov d15, x26
    mov x15, x28
    ldur x28, [x15, #-64 + 8]
    ldur x16, [x15, #-64]
    blr x16
hand_host_site:
    fmov x9, d8
    cmp x9, x19
    b.ne 2f
    fmov x9, d9
    cmp x9, x20
    b.ne 2f
    fmov x9, d10
    cmp x9, x21
    b.ne 2f
    fmov x9, d11
    cmp x9, x22
    b.ne 2f
    fmov x9, d12
    cmp x9, x23
    b.ne 2f
    fmov x9, d13
    cmp x9, x24
    b.ne 2f
    fmov x9, d14
    cmp x9, x25
    b.ne 2f
    fmov x9, d15
    cmp x9, x26
    b.ne 2f
    cmp x19, #11
    b.ne 2f
    cmp x20, #12
    b.ne 2f
    cmp x21, #13
    b.ne 2f
    cmp x22, #14
    b.ne 2f
    cmp x23, #15
    b.ne 2f
    cmp x24, #16
    b.ne 2f
    cmp x25, #17
    b.ne 2f
    cmp x26, #18
    b.ne 2f
    cmp x27, #19
    b.eq 3f
2:  add w0, w0, #1000
3:  ldp x19, x20, [sp]
    ldp x21, x22, [sp, #16]
    ldp x23, x24, [sp, #32]
    ldp x25, x26, [sp, #48]
    ldp x27, x28, [sp, #64]
    ldp d8, d9, [sp, #80]
    ldp d10, d11, [sp, #96]
    ldp d12, d13, [sp, #112]
    ldp d14, d15, [sp, #128]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
hand_host_end:
// many(i64, f32, then eight f64, i64 x5, i32) -> (f32, i64, i64, i64): passes its parameters on to import 1
// and returns what that returns. Stack slots 0 = ninth float, 1 = i32, 2 = last result.
hand_many:
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #48
    str x28, [sp, #32]
    ldr x9, [x29, #16]
    str x9, [sp]
    ldr x9, [x29, #24]
    str x9, [sp, #8]
    mov x15, x28
    ldur x28, [x15, #-80 + 8]
    ldur x16, [x15, #-80]
    blr x16
hand_many_site:
    ldr x9, [sp, #16]
    str x9, [x29, #32]
    ldr x28, [sp, #32]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
hand_many_end:
// load(i32) -> i32
hand_load:
    stp x29, x30, [sp, #-16]!
    mov x29, sp
hand_load_site:
    ldr w0, [x28, w0, uxtw]
    ldp x29, x30, [sp], #16
    ret
hand_load_end:
// div(i32, i32) -> i32
hand_div:
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    cbz w1, hand_div_site
    sdiv w0, w0, w1
    ldp x29, x30, [sp], #16
    ret
hand_div_site:
    udf #0
hand_div_end:
// unreachable()
hand_unreachable:
    stp x29, x30, [sp, #-16]!
    mov x29, sp
hand_unreachable_site:
    udf #0
hand_unreachable_end:
// outer(): calls unreachable
hand_outer:
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    bl hand_unreachable
hand_outer_site:
    ldp x29, x30, [sp], #16
    ret
hand_outer_end:
// recurse(): for ever
hand_recurse:
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #16
    bl hand_recurse
hand_recurse_site:
    add sp, sp, #16
    ldp x29, x30, [sp], #16
    ret
hand_recurse_end:
// grow(i64) -> i64: memory.grow of memory 0, keeping what is to be kept
hand_grow:
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    sub sp, sp, #32
    stp x19, x27, [sp]
    stp d8, d15, [sp, #16]
    mov x19, #77
    mov x27, #88
    fmov d8, x19
    fmov d15, x27
    mov x1, x0
    mov x0, #0
    ldur x16, [x28, #-136]
    blr x16
hand_grow_site:
    fmov x9, d8
    cmp x9, #77
    b.ne 2f
    fmov x9, d15
    cmp x9, #88
    b.ne 2f
    cmp x19, #77
    b.ne 2f
    cmp x27, #88
    b.eq 3f
2:  mov x0, #1000
3:  ldp x19, x27, [sp]
    ldp d8, d15, [sp, #16]
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
hand_grow_end:
// copy(i64 dst, i64 src, i64 len): memory.copy within memory 0
hand_copy:
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    mov x4, x2
    mov x3, x1
    mov x2, x0
    mov x1, #0
    mov x0, #0
    ldur x16, [x28, #-144]
    blr x16
hand_copy_site:
    ldp x29, x30, [sp], #16
    ret
hand_copy_end:
// bare(): traps with its first instruction
hand_bare:
    udf #0
hand_bare_end:
// over(): calls bare
hand_over:
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    bl hand_bare
hand_over_site:
    ldp x29, x30, [sp], #16
    ret
hand_over_end:
// near(i64 room): waits near the end of the stack, `room` bytes above it, until memory 0 starts with something
// else than 0
hand_near:
    stp x29, x30, [sp, #-16]!
    mov x29, sp
    ldur x16, [x28, #-40]
    add x16, x16, x0
    and x16, x16, #-16
    mov sp, x16
2:  yield
    ldr w17, [x28]
    cbz w17, 2b
    mov sp, x29
    ldp x29, x30, [sp], #16
    ret
hand_near_end:
// wild(i64 address) -> i32: what is no access to a memory
hand_wild:
    stp x29, x30, [sp, #-16]!
    mov x29, sp
hand_wild_site:
    ldr w0, [x0]
    ldp x29, x30, [sp], #16
    ret
hand_wild_end:
