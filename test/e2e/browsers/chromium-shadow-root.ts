import type { CDPSession, Page } from 'playwright-core';

/** Calls the function of that source on the shadow root of the first element that matches; undefined when there is none. */
export async function callInShadowRoot(
  page: Page,
  host: string,
  functionDeclaration: string,
): Promise<unknown> {
  const session = await page.context().newCDPSession(page);
  try {
    const backendNodeId = await findShadowRoot(session, host);
    if (backendNodeId === undefined) return undefined;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId });
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      functionDeclaration,
      objectId: object.objectId ?? '',
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await session.detach();
  }
}

async function findShadowRoot(session: CDPSession, host: string): Promise<number | undefined> {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: host });
  // Zero: nothing matches.
  if (nodeId === 0) return undefined;
  const { node } = await session.send('DOM.describeNode', { nodeId, pierce: true });
  return node.shadowRoots?.[0]?.backendNodeId;
}
