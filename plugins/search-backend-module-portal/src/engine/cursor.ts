/** The cursors of Backstage's own engines: the number of the page, so that its authorised engine can read ours. */
export function pageOfCursor(cursor: string | undefined): number {
  const page = Number(Buffer.from(cursor ?? '', 'base64').toString('utf8'));
  return Number.isSafeInteger(page) && page > 0 ? page : 0;
}

export function cursorOfPage(page: number): string {
  return Buffer.from(String(page), 'utf8').toString('base64');
}
