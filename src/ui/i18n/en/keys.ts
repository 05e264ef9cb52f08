/** What the keys do, as the foot of the list says it. */
export const keys = {
  step: 'next, previous',
  page: 'page',
  read: 'what was read',
  views: 'views',
  back: 'back',
};
