import { expect, test } from 'vitest';
import { checkRepetition } from '../../../server/checks/check-repetition.ts';
import { createSubject } from './create-subject.ts';

test.each([
  ['Very, very, very good!', 'Sehr, sehr, sehr gut!'],
  ['Ha ha ha ha ha ha ha ha ha ha!', 'Hahaha ha ha ha ha ha ha ha ha ha ha!'],
  ['No!', 'Nein, nein, nein, nein!'],
  ['Row, row, row your boat. '.repeat(4), 'Rudere, rudere, rudere dein Boot. '.repeat(4)],
  ['1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', '1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1'],
  ['哈哈哈哈哈哈', '哈哈哈哈哈哈哈哈'],
  [
    '在这个美丽的春天的早晨我和我的朋友们一起去公园散步看到许多花朵在微风中轻轻摇曳孩子们在草地上奔跑欢笑老人们坐在长椅上聊天晒太阳。'.repeat(
      5,
    ),
    'On this beautiful spring morning my friends and I went for a walk in the park, saw many flowers swaying in the breeze, children running on the grass, and old people chatting in the sun. '.repeat(
      5,
    ),
  ],
  ['One. Two. Three.', 'Eins. Zwei. Drei.'],
])('%j may become %j', (source, translation) => {
  expect(checkRepetition(createSubject(source, translation))).toBeUndefined();
});

test.each([
  ['A good day.', `Ein guter ${'guter '.repeat(20)}Tag.`],
  ['A good day.', 'Ein guter Tag. '.repeat(4)],
  [
    'A good day for us all.',
    'Ein guter Tag für uns alle, ein guter Tag für uns alle, ein guter Tag für uns alle, ja.',
  ],
  [
    'Chapters',
    'Kapitel 1 und Kapitel 2 und Kapitel 3 und Kapitel 4 und Kapitel 5 und Kapitel 6 und Kapitel 7',
  ],
  ['A good day.', `今天是美好的一天${'美好的一天'.repeat(6)}`],
  ['A good day.', 'วันที่ดี'.repeat(8)],
  [
    'A good day.',
    'Ein langer Satz steht hier. Dann kommt etwas anderes. Ein langer Satz steht hier. Und noch etwas. Ein langer Satz steht hier.',
  ],
])('%j may not become %j', (source, translation) => {
  expect(checkRepetition(createSubject(source, translation))?.check).toBe('repetition');
});
