/**
 * Letters that look like Latin ones, after Unicode's table for UTS #39 (confusables.txt, version 17.0.0), reduced
 * to single letters, digits and marks that folding leaves as they are and that look like Latin letters or
 * digits; where a small letter has no twin, its capital's. Each line: the Latin letters, then code points.
 * Made by tests/confusables.ts. Data: © Unicode, Inc., under the Unicode License v3 (Unicode-3.0).
 */
export const CONFUSABLES_VERSION = '17.0.0';

const TABLE = `
- 2cbb
. a4f8 1d16d
.. a4fa
2 1a8 3e9 14bf a645 a6ef a75b
3 21d 25c 292 437 4e1 2c9d 2cc5 2ccd a76b 118ca 16f3b
4 ab9e 118cf
5 118db
6 431 2cd3 2cdd abbe 118d5
7 104fa 118c6
8 223 b03 1031a 1e8cb
9 2ccb a76f 118cc 118d6
_ 7fa
a 251 3b1 430 15c5 a4ee ab7a 102a0 16f40
aa a733
ae e6 4d5
ao a735
au a737
av a739 a73b
ay a73d
b 185 3b2 432 44c 13fc 1472 15af 15f7 2c83 a4d0 a7b5 ab9f 10282 102a1 10301 16ed1
bl 44b
c 441 1004 105a 1d04 2ca5 a4da abaf 102a2 10302 1043d 1051c 118f2
d 501 146f 15de 15ea a4d2 a4d3 ab70 abb7
dz 2a3
e 3b5 435 4bd 2d39 a4f0 ab32 ab7c 10286 118ce
f 192 3dd 584 15b4 1e9d a4dd a799 ab35 10287 102a5 10525 118c2
g 18d 261 50d 581 13fb 1d83 a4d6 ab90
h 3b7 43d 4bb 570 157c 2c8f a4e7 ab8b ab92 102cf
i 131 269 26a 3b9 456 582 2c93 a647 ab75 118c3
j 29d 3f3 458 148d a4d9 ab7b
k 3ba 43a 16d5 2c95 a4d7 abb6 10518
l 1c0 4cf 5d5 5df 627 7ca 14aa 16c1 2cd1 2d4f a4e1 a4f2 abae 1028a 10309 10320 10443 10526 118d2 11dda 16ec5 16f16
l 16f28 1e8c7
ll 1c1 5f0
lo 44e
ls 2aa
lz 2ab
m 3bc 3fb 43c 15f0 16d6 2c99 a4df ab87 102b0 10311
n 578 57c 2c9b a4e0 10513
o 3bf 3c3 3ed 43e 585 5e1 647 6be 6c1 6d5 b20 c02 c82 d02 d20 d82 101d 10ff 12d0 1d0f 1d11 2c9f 2d54 3007 a4f3 ab3d
o 10292 102ab 1042c 104ea 10516 118c8 118d7
oe 153
oo a699 a74f
p fe 1bf 3c1 3f8 440 146d 2ca3 2ccf a4d1 abb2 10295
q 51b 563 566 2d55
r 280 433 1587 1d26 2c85 a4e3 ab47 ab48 ab71 ab81 aba2 104dc 16f35
rn 11700
s 1bd 455 57f d1f a4e2 a731 aba5 abaa 10296 10448 118c1 16f3a
t 3c4 442 2ca7 a4d4 ab72 10297 102b1 10315 16f0a
t3 a729
tf a777
ts 2a6
u 28b 3c5 57d 1200 144c 1d1c a4f4 a79f ab4e ab52 104f6 118d8 16f42
ue 1d6b
uo ab63
v 3bd 475 5d8 142f 1d20 2d38 a4e6 a6df aba9 1051d 11706 118c0 16f08
w 26f 448 461 51d 561 1d21 2cbd a4ea ab83 aba4 1170a 1170e 1170f 118ef
x 3c7 445 1541 157d 16b7 2cad 2d5d a4eb ab53 10290 102b4 10317 10322 10527 118ec
y 263 28f 3b3 443 4af 10e7 1d8c 1eff 2ca9 a4ec ab5a ab79 ab8d 102b2 118dc 16f43
z 3b6 1d22 a4dc ab93 102f5 118c4 118c9
`;

/** Letter to the Latin letters it looks like, in lower case. */
export const CONFUSABLES: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [latin = '', ...codes] = line.split(' ');
      return codes.map((code) => [String.fromCodePoint(Number.parseInt(code, 16)), latin] as const);
    }),
);
