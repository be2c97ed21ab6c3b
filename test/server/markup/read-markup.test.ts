import { expect, test } from 'vitest';
import { readMarkup } from '../../../server/markup/read-markup.ts';

/** What stands around the text, the text for a model, and without tags. */
test.each([
  ['<p>Hello, world.</p>\n', '<p>', 'Hello, world.', '</p>\n', 'Hello, world.'],
  [
    '<p class="x"> Read <a href="/m">the manual</a>! </p>',
    '<p class="x"> ',
    'Read <1>the manual</1>!',
    ' </p>',
    'Read the manual!',
  ],
  ['<p><a href="/"><b>Read more</b></a></p>', '<p><a href="/"><b>', 'Read more', '</b></a></p>', 'Read more'],
  ['<img src="x"> <!-- c -->A <b>b</b> c<br>', '<img src="x"> <!-- c -->', 'A <1>b</1> c', '<br>', 'A b c'],
  ['<a name="n"></a>Text<i class="icon"></i>', '<a name="n"></a>', 'Text', '<i class="icon"></i>', 'Text'],
  ['Run <code>npm ci</code> <b>now</b>', '', 'Run <1/> <2>now</2>', '', 'Run npm ci now'],
  [
    'Ask <span translate="no">Ed & Co</span> or <b class="a notranslate">Al</b>.',
    '',
    'Ask <1/> or <2/>.',
    '',
    'Ask Ed & Co or Al.',
  ],
  ['One<br>two <img src="x"> three', '', 'One<1/>two <2/> three', '', 'One\ntwo three'],
  ['a<a href="/"><img src="x"></a> b', '', 'a<1/> b', '', 'a b'],
  ['A &lt;b&gt; &amp; caf&eacute; &copy 2024', '', 'A <b> & café © 2024', '', 'A <b> & café © 2024'],
  ['&nbsp;&#160; Hello\u00a0', '&nbsp;&#160; ', 'Hello', '\u00a0', 'Hello'],
  ['Hello\n      <b>wide\t world</b>', '', 'Hello <1>wide world</1>', '', 'Hello wide world'],
  ['The tag &lt;1&gt; and <b>this</b>', '', 'The tag <1> and <2>this</2>', '', 'The tag <1> and this'],
  ['<b>x</b> &lt; /2&gt; y', '', '<3>x</3> < /2> y', '', 'x < /2> y'],
  ['<title>Fish &amp; chips</title>', '<title>', 'Fish & chips', '</title>', 'Fish & chips'],
  ['<title>A <b> c</title>', '<title>A <b> c</title>', '', '', ''],
  ['<svg><title>Icon</title></svg> Save', '<svg><title>Icon</title></svg> ', 'Save', '', 'Save'],
  ['Text <b', '', 'Text', ' <b', 'Text'],
  ['漢<ruby>字<rt>ji</rt></ruby>', '', '漢<1>字<2/></1>', '', '漢字'],
  ['<p>12,5 %</p>', '<p>12,5 %</p>', '', '', ''],
  ['<pre>Hello</pre>', '<pre>Hello</pre>', '', '', ''],
])('%j is read as %j, %j, %j', (html, lead, text, trail, plain) => {
  expect(readMarkup(html)).toMatchObject({ lead, text, trail, plain });
});

test('only what is left in the text counts as a tag', () => {
  expect(readMarkup('<p>A <b>b</b></p>').hasTags).toBe(true);
  expect(readMarkup('<p><b>A &lt;1&gt;</b></p>').hasTags).toBe(false);
});

const source =
  'See <a href="/m?a=1&b=2" title="&quot;M&quot;">the <b>big</b> manual</a>, <img src="x"> or <code>man x</code>.';

test('an engine that translates markup itself gets no attribute of the source', () => {
  expect(readMarkup(source).html).toBe(
    'See <b id="1">the <b id="2">big</b> manual</b>, <img id="3"> or <code id="4">man x</code>.',
  );
});

test.each([
  [
    'all in order',
    'Ver <1>o <2>grande</2> manual</1>, <3/> ou <4/>.',
    'Ver <A>o <b>grande</b> manual</a>, <I> ou <C>.',
  ],
  [
    'another order',
    '<4/> ou <3/>, ver <1>o manual <2>grande</2></1>',
    '<C> ou <I>, ver <A>o manual <b>grande</b></a>',
  ],
  ['another nesting', '<2><1>o</1></2> <3/> <4/>', '<b><A>o</a></b> <I> <C>'],
  ['other spellings', '< 1>o <2 >g</ 2> m</1> <3> <4 />', '<A>o <b>g</b> m</a> <I> <C>'],
  [
    'signs of HTML',
    '<1>a < <2>&amp;</2></1> <3/> <4/> <script>',
    '<A>a &lt; <b>&amp;amp;</b></a> <I> <C> &lt;script&gt;',
  ],
  ['white space around it', '\n <1><2>o</2></1><3/><4/>\n', '<A><b>o</b></a><I><C>'],
])('an answer with %s is accepted', (_name, answer, html) => {
  const written = html
    .replace('<A>', '<a href="/m?a=1&b=2" title="&quot;M&quot;">')
    .replace('<I>', '<img src="x">')
    .replace('<C>', '<code>man x</code>');
  expect(readMarkup(source).numbered.build(answer)).toBe(written);
});

test.each([
  ['a tag missing', '<1>o <2>g</2></1> <3/>'],
  ['a tag twice', '<1>o <2>g</2></1> <3/> <3/> <4/>'],
  ['an element twice', '<1>o <2>g</2></1> <1>x</1> <3/> <4/>'],
  ['an element that is not closed', '<1>o <2>g</2> <3/> <4/>'],
  ['an element that is not opened', 'o <2>g</2></1> <3/> <4/>'],
  ['elements that overlap', '<1>o <2>g</1></2> <3/> <4/>'],
  ['an element that lost its words', 'o <1>m <2></2></1>g <3/> <4/>'],
  ['an element as a void one', '<1>o</1> <2/>g <3/> <4/>'],
  ['a void one as an element', '<1>o <2>g</2></1> <3>x</3> <4/>'],
  ['numbers that do not exist', '<1>o <2>g</2></1> <3/> <4/> <5/>'],
  ['attributes', '<1 onclick="x">o <2>g</2></1> <3/> <4/>'],
  ['nothing but tags', '<1><2></2></1><3/><4/>'],
  ['nothing', ''],
])('an answer with %s is refused', (_name, answer) => {
  expect(readMarkup(source).numbered.build(answer)).toBeUndefined();
});

test('a link in a link is refused: parsers would end the first one', () => {
  const links = readMarkup('<a href="1">one</a> and <a href="2">two</a>');
  expect(links.numbered.build('<1>um e <2>dois</2></1>')).toBeUndefined();
  expect(links.numbered.build('<2>dois</2> e <1>um</1>')).toBe('<a href="2">dois</a> e <a href="1">um</a>');
});

test.each([
  [
    'words that stay the same',
    'Ask <a href="/">Maria Silva</a> in <b>2024</b>',
    'Em 2024, fale com Maria Silva',
    'Em <b>2024</b>, fale com <a href="/">Maria Silva</a>',
  ],
  [
    'code that stays the same',
    'Run <code>npm ci</code> now',
    'Execute npm ci agora',
    'Execute <code>npm ci</code> agora',
  ],
  [
    'what was most of the text',
    '<b>The meeting was moved</b> to <i>Monday</i>',
    'A reunião passou para segunda',
    '<b>A reunião passou para segunda<i></i></b>',
  ],
  ['line breaks', 'One<br>Two', 'Um\nDois', 'Um<br>Dois'],
  [
    'nothing: the rest follows',
    'See <a href="/">this</a> and <img src="x"> that',
    'Veja isto e aquilo',
    'Veja isto e aquilo<a href="/"></a><img src="x">',
  ],
  ['names within words not at all', 'The <b>Ed</b> said', 'Edição <x>', 'Edição &lt;x&gt;<b></b>'],
  ['no short word of another language', 'He said <i>no</i> to it', 'Falou no rádio', 'Falou no rádio<i></i>'],
])('a plain translation gets markup round %s', (_name, html, translation, wrapped) => {
  expect(readMarkup(html).wrap(translation)).toBe(wrapped);
});

test.each([
  ['keeps what is in its place', 'O <1></1>rápido <2>cão</2>', 'O <i></i>rápido <b>cão</b>'],
  ['guesses when a tag is missing', 'O rápido <2>cão</2>', 'O rápido cão<i></i><b></b>'],
])('an answer that was refused %s', (_name, answer, html) => {
  const markup = readMarkup('The <i>fast</i> <b>dog</b>');
  expect(markup.numbered.build(answer)).toBeUndefined();
  expect(markup.numbered.rescue(answer)).toBe(html);
});

test('an answer says, without its tags, what its code says too', () => {
  const markup = readMarkup('Run <code>npm ci</code><br><b>now</b>');
  expect(markup.numbered.toPlain('<3>Agora</3> <1/><2/>')).toBe('Agora npm ci');
  expect(markup.native.toPlain('<b id="3">J&amp;a</b> <code id="1">npm ci</code>')).toBe('J&a npm ci');
});

test('an engine may put no space where the source has none', () => {
  const water = readMarkup('H<sub>2</sub>O is <b>wet</b>');
  expect(water.native.build('A H <b id="1">2</b> O é <b id="2">molhada</b>')).toBe(
    'A H<sub>2</sub>O é <b>molhada</b>',
  );
});

test('more tags than a model can carry over follow the text', () => {
  const markup = readMarkup('<b>a</b> <i>b</i> '.repeat(60));
  expect(markup).toMatchObject({ hasTags: false, text: 'a b '.repeat(60).trim() });
  expect(markup.numbered.build('x')).toBe(`x${'<b></b><i></i>'.repeat(60)}`);
});
