/** Whether a matter goes the short way (简易办理); once it has left it, it does not come back. */
export type Simple = 'chosen' | 'converted';
