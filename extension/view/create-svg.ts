const svg = 'http://www.w3.org/2000/svg';

/** A drawing of lines on a grid of 16 by 16, hidden from screen readers: what it means must be said beside it. */
export function createSvg(lines: string): SVGSVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 16 16');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', lines);
  drawing.append(path);
  return drawing;
}
