/** An emoji: a flag, a keycap, or a picture with all that is joined to it. Source of a regular expression, as all here. */
export const emoji = String.raw`(?:\p{Regional_Indicator}{2}|[\d#*]\ufe0f?\u20e3|\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{M}\p{Emoji_Modifier}\u200d]*)`;

/** A smiley of plain signs, alone between spaces. */
export const emoticon = String.raw`(?<!\S)(?:[:;=]['’]?-?[()DPp]|<3|xD)(?!\S)`;

/** A reference of encyclopedias and papers: [1], [a], [note 2]. */
export const reference = String.raw`\[(?:\d+|[a-z]|note \d+)\]`;
