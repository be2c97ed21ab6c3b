import type { Page } from 'playwright-core';

/** An SVG as a PNG of that many pixels a side, on nothing; drawn by a page of Chromium. */
export async function drawIcon(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<style>body { margin: 0 } img { display: block }</style><img src="${source}" width="${size}" height="${size}">`,
  );
  return page.screenshot({ omitBackground: true });
}
