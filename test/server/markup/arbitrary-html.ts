import fc from 'fast-check';

/** Text, tags and scraps of both, `·` between them. */
const pieces = [
  'word·One sentence. ·And another one! ·naïve·你好，世界。·مرحبا·👩‍👩‍👧· ·\n·\r\n·\t·\u00a0·\0',
  '&amp;·&lt;·&lt·&nbsp;·&nbsp·&#160;·&#32;·&copy·&notit;·&#x1F600;·&·<·>·< b·&lt;1&gt;·<1>·</2>·<3/>',
  '<p>·</p>·<p class="a">·<div>·</div>·<h2>·</h2>·<ul>·<li>·</li>·</ul>·<br>·<br/>·</br>·<hr>',
  '<b>·</b>·<b class=x>·<i>·</i>·<em>·</em>·<span lang=en>·</span>·<nobr>·</nobr>·<font>·</font>·<x-y>·</x-y>',
  '<a href="/u?a=1&b=2">·<a href=#x>·</a>·<a href="//e.org">link</a>·<a name=n></a>·<b>bold</b>·<i>it<b>x</b></i>',
  '<img src=x alt="a > b">·<code>x = 1</code>·<span translate=no>Ltd</span>·<b class="notranslate">N</b>·<ruby>漢<rt>kan</rt></ruby>',
  '<table>·<tr>·<td>·</td>·</tr>·</table>·<tbody>·<caption>·<col>·<th>·<thead>',
  '<svg>·</svg>·<svg/>·<path/>·<title>·</title>·<desc>·<foreignObject>·</foreignObject>·<math>·<mi>·</math>',
  '<annotation-xml encoding="text/html">·<![CDATA[x]]>·<svg><a>s</a></svg>·<script>if (a<b) "</p>"</script>',
  '<script>·</script>·<style>·</style>·<textarea>·</textarea>·<pre>·</pre>·<xmp>·</xmp>·<noscript>·</noscript>',
  '<iframe>·</iframe>·<plaintext>·<listing>·<template>·</template>·<select>·<option>·</select>·<input>·<input type=hidden>',
  '<button>·</button>·<form>·</form>·<label>·</label>·<object>·</object>·<marquee>·</marquee>·<!-- c -->·<!--[if IE]>',
  '<![endif]-->·<!doctype html>·<?php x ?>·</>·</ x>·<!·<html lang=x>·<head>·<body class=b>·</body>·</html>·<frameset>',
  '<image>·<b·<a href="·<isindex>·<video><p>v</video>·<center>·<dd>·<dt>·<details>·<summary>',
].flatMap((line) => line.split('·'));

/** What parsers move, repeat and close early when it is not closed in order. */
const tangledPieces =
  '<b>·</b>·<i>·</i>·<a href=1>·<a href=2>·</a>·<code>·</code>·<nobr>·</nobr>·<p>·</p>·<table>·<td>·word ·One. Two. ·<b>w</b>'.split(
    '·',
  );

/** Whole, broken and senseless HTML. */
export const anyHtml = fc.oneof(
  { weight: 4, arbitrary: joinSome(tangledPieces, 16) },
  { weight: 8, arbitrary: joinSome(pieces, 24) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

const answerPieces = [
  'palavra·Uma frase. · ·\n·你好·&·&lt;·&amp·<·>·"·\'·\0·<1>·</1>·<1/>·<2>·</2>·<2/>·<3>·</3>·<3/>·<4/>·<99>·</99>·< 1 >',
  '<1 onclick=alert(1)>·</1><1>·<01>·<1><1>·<script>alert(1)</script>·<img src=x onerror=alert(1)>·<b>·</b>·</p>·<p>',
  '</td>·</table>·<a href="javascript:x">·</a>·<!--·-->·]]>·<svg>·</textarea>·</title>·<plaintext>',
  '<b id="1">·<b id="2">·<img id="1">·<img id="2">·<br id="3">·<code id="1">x</code>·<b id="1" onclick="x">',
].flatMap((line) => line.split('·'));

/** What a model may answer: anything. */
export const anyAnswer = joinSome(answerPieces, 12);

function joinSome(some: readonly string[], maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...some), { maxLength }).map((parts) => parts.join(''));
}
