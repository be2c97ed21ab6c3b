/** The id of the overlay's element in a page. The page may have such an id too. */
export const overlayHostId = 'dragoman-overlay';
