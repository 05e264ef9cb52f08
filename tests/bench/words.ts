/** What made reports speak of. */
export const TOPICS = [
  { name: 'Electricity use', unit: 'MWh' },
  { name: 'Water withdrawal', unit: 'm3' },
  { name: 'Waste generated', unit: 't' },
  { name: 'Training hours', unit: 'hours' },
  { name: 'Natural gas use', unit: 'm3' },
  { name: 'Employees', unit: 'persons' },
  { name: 'Scope 1 emissions', unit: 'tCO2e' },
  { name: 'Scope 2 emissions', unit: 'tCO2e' },
  { name: 'Hazardous waste', unit: 't' },
  { name: 'Community investment', unit: 'USD thousand' },
  { name: 'Wastewater discharge', unit: 'm3' },
  { name: 'Paper use', unit: 'kg' },
];

/** What is counted of a place, and by nobody else. */
export const SUBJECTS =
  'Parcels,Seedlings,Ferry trips,Library loans,Orchard yields,Bicycle hires,Museum visits,Timber deliveries,Bridge crossings,Market stalls,Lamp repairs,Choir members,Garden plots,Boat moorings,Harvest baskets,Tram journeys,Quarry loads,Beehives,Theatre seats,Swimming lessons'.split(
    ',',
  );

/** Invented places. */
export const NAMES =
  'Alderby Brackmoor Corvane Dunholt Estermark Farrowdale Glimford Harnwick Ivelstead Jorvale Kelmarsh Lowmere Marrick Northolm Oakenby Pellbrook Quarrane Rindlow Stavemouth Tamsford Ulverdene Vexmoor Westrill Yarrowby Zelmont Ashcombe Birkhaven Crestwold Drumley Eskdene'.split(
    ' ',
  );

/** `{share}`, `{count}` and `{year}` become figures. */
export const SENTENCES = [
  'Our work on {topic} is led by the site managers, who report to the board twice a year.',
  'At {name} we replaced old equipment and trained the teams that look after it.',
  'In {year}, {share}% of our sites held a certified management system.',
  'The {name} site counted {count} visits by neighbours, schools and authorities.',
  'We listen to those who live near our sites and publish what they ask of us.',
  'Targets for {topic} are set for three years and reviewed by the committee each spring.',
  'Compared with {year}, {topic} fell by {share}% at {name}.',
  'Suppliers are asked to meet the same standards, and {share}% of them were assessed.',
  'Every new project is screened for its effects on people, water, soil and air before it begins.',
  'The audit at {name} covered {count} records and led to no material change.',
  'We keep to the law of each country and to the standards that we have signed.',
  'Where data were not available, estimates follow the method described at the end of this report.',
  'Some {count} employees took part in the programme, which goes on in the coming year.',
  'Measures are ranked by their effect and their cost, and the board decides on the first ten.',
  'No spill of significance was recorded at {name}, and all permits were renewed in time.',
  'The committee met to discuss {topic} and the progress that each division had made.',
];
