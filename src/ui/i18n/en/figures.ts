/** How one figure was understood, and how it is accounted for. */
export const figures = {
  noLabel: 'No label found',
  noPeriod: 'no period',
  noUnit: 'no unit',
  more: (relations: number) => `and ${relations} more`,
  drawing: (page: number) => `How the figures on page ${page} are accounted for`,
};
