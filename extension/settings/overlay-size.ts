import * as z from 'zod/mini';

const extent = z.number().check(z.minimum(1), z.maximum(10_000));

/** How wide and high the reader wants the overlay, in CSS pixels. */
export const overlaySizeSchema = z.object({ width: extent, height: extent });

export type OverlaySize = z.infer<typeof overlaySizeSchema>;
