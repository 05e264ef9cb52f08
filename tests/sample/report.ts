import {
  changeSize,
  figures,
  gridFactor,
  print,
  signedChange,
  verb,
  years,
  type Figure,
  type FigureId,
  type Year,
} from './figures.ts';
import { planted } from './planted.ts';

/** Where a page stands, by its name: the order of the report. */
const pageNames = [
  'cover',
  'about',
  'climate',
  'environment',
  'people',
  'innovation',
  'performance',
  'performance-2',
  'chinese',
] as const;
type PageName = (typeof pageNames)[number];
const pageNumber = (name: PageName): number => pageNames.indexOf(name) + 1;

const company = { en: 'Wrenlake Motion Technology Co., Ltd.', zh: '雀泽传动科技股份有限公司' };
const tco2e = 'tCO<sub>2</sub>e';

/** Writes the report's HTML. With `clean`, none of the planted errors is in it. */
export function reportHtml(css: string, clean: boolean): string {
  const slips = new Map(clean ? [] : planted.map((error) => [error.slot, error]));

  /** What a slot prints: the right text, unless an error is planted there. */
  const at = (slot: string, right: string): string => {
    const error = slips.get(slot);
    if (error && error.right !== right) throw new Error(`${slot} should print ${error.right}, not ${right}`);
    return error ? error.wrong : right;
  };
  /** Running text that a planted error changes, or that one rests on. */
  const said = (slot: string, right: string): string => `<span data-slot="${slot}">${at(slot, right)}</span>`;

  const printed = (place: string, id: FigureId, year: Year): string => {
    const of: Figure = figures[id];
    return at(`${place}.${id}.${year}`, print(of[year], of.decimals));
  };
  /** A figure's cell, `before` and `after` being what stands beside the number in it. */
  const cell = (place: string, id: FigureId, year: Year, before = '', after = ''): string =>
    `<td class="n" data-slot="${place}.${id}.${year}">${before}${printed(place, id, year)}${after}</td>`;
  const cells = (place: string, id: FigureId, before = '', after = ''): string =>
    years.map((year) => cell(place, id, year, before, after)).join('');
  /** This year's figure in running text. */
  const now = (id: FigureId): string => print(figures[id][2024], figures[id].decimals);

  const row = (label: string, ...rest: string[]): string => `<tr><td>${label}</td>${rest.join('')}</tr>`;
  const totalRow = (label: string, ...rest: string[]): string =>
    `<tr class="total"><td>${label}</td>${rest.join('')}</tr>`;
  const band = (label: string, columns: number): string =>
    `<tr class="band"><td colspan="${columns}">${label}</td></tr>`;
  const text = (value: string): string => `<td>${value}</td>`;
  const table = (style: string, head: string[], rows: string[], widths: number[]): string => {
    const columns = widths.map((width) => `<col style="width:${width}%">`).join('');
    const heads = head.map((label, i) => `<th${numeric(label) && i > 0 ? ' class="n"' : ''}>${label}</th>`).join('');
    return `<table class="${style}"><colgroup>${columns}</colgroup><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  };
  const numeric = (label: string) => /^(20\d\d|Change|同比|Page)/.test(label);

  const page = (name: PageName, section: string, body: string, lang = 'en'): string => `
    <section class="page" id="${name}" lang="${lang}">
      <div class="head"><span>${lang === 'zh' ? company.zh : company.en}</span><span class="now">${section}</span></div>
      ${body}
      <div class="foot"><span>${lang === 'zh' ? '2024年环境、社会及治理报告（虚构公司样本）' : 'ESG Report 2024 · Sample report of an invented company'}</span><span class="number">${pageNumber(name)}</span></div>
    </section>`;

  // ---- 1 ----
  const rings = Array.from({ length: 8 }, (_, i) => {
    const tint = ['#0f5a66', '#126874', '#15707c'][i % 3];
    return `<circle cx="164" cy="98" r="${17 + i * 11}" fill="none" stroke="${tint}" stroke-width="${i % 2 ? 1.2 : 3.2}" ${i % 3 === 1 ? 'stroke-dasharray="7 4"' : ''}/>`;
  }).join('');
  const cover = `
    <section class="page cover" id="cover" lang="en">
      <svg viewBox="0 0 210 297" aria-hidden="true">${rings}
        <circle cx="164" cy="98" r="9" fill="#c8702a"/>
        <path d="M0 224 C 50 206, 96 244, 210 214 L 210 297 L 0 297 Z" fill="#093a43"/>
      </svg>
      <div class="name">${company.en}<span lang="zh">${company.zh}</span></div>
      <div class="title">
        <h1>Environmental,<br>Social and<br>Governance Report</h1>
        <p class="year">2024</p>
      </div>
      <p class="notice">Wrenlake is an invented company, and every figure here is made up. This is the sample report of Crossfoot, a report checker: errors have been planted in it on purpose.</p>
    </section>`;

  // ---- 2 ----
  const chapters: [title: string, on: PageName][] = [
    ['About this report', 'about'],
    ['Message from the Chair', 'about'],
    ['Response to climate change', 'climate'],
    ['Energy, water and waste', 'environment'],
    ['People', 'people'],
    ['Innovation and governance', 'innovation'],
    ['Performance table', 'performance'],
    ['Content index', 'performance-2'],
  ];
  const contents = chapters
    .map(([title, on]) => `<p><span>${title}</span><span class="dots"></span><span>${pageNumber(on)}</span></p>`)
    .join('');
  const about = page(
    'about',
    'About this report',
    `
    <h2>About this report</h2>
    <div class="columns">
      <h3>Who we are</h3>
      <p>Wrenlake designs and builds gearboxes, drives and servo pumps at two plants. Makers of machine tools, robots and water works build them into their own products.</p>
      <h3>Scope and period</h3>
      <p>This report covers Wrenlake Motion Technology Co., Ltd. and its subsidiaries from 1 January to 31 December 2024. The entities are the same as those of the consolidated financial statements. Figures of 2023 are given for comparison.</p>
      <h3>Standards</h3>
      <p>The report follows the Shanghai Stock Exchange Guidelines No. 14 on sustainability reports (Trial). It has been prepared with reference to the GRI Standards 2021. An index at the end leads from each topic to its page.</p>
      <h3>Data</h3>
      <p>Amounts of money are in renminbi. Intensities are given per million yuan in revenue. Totals, shares and changes are worked out from the figures as printed. The Board of Directors has approved the report; no outside assurance was sought.</p>
      <h3>Materiality and due diligence</h3>
      <p>Each topic was judged twice: by what it may cost or earn the company, and by what the company does to people and nature. Plant managers walk through each site with a due diligence list, and open points go to the sustainability committee.</p>
      <h3>Stakeholder communication</h3>
      <p>We listen to investors, customers, employees, suppliers and neighbours through results briefings, site visits and yearly surveys, and answer each written question that reaches us.</p>
    </div>
    <h2 style="margin-top:8mm">Message from the Chair</h2>
    <div class="columns">
      <p>Our drives let other machines run on less power, and more of them are wanted each year. In 2024 our revenue ${verb('revenue', 'grew', 'shrank')} by ${changeSize('revenue')}, and the number of employees ${verb('headcount', 'rose', 'fell')} by ${changeSize('headcount')}.</p>
      <p>Growth must not be paid for by the climate. Our Scope 1 emissions ${said('message.claim', `rose by ${changeSize('scope1')}`)} compared with 2023, while Scope 2 emissions ${verb('scope2', 'rose', 'fell')} by ${changeSize('scope2')}. We more than doubled the green electricity that we buy.</p>
      <p>We put more into tomorrow as well: R&amp;D spending ${verb('researchSpend', 'increased', 'decreased')} by ${changeSize('researchSpend')}, and our engineers filed ${now('patentsApplied')} patents. Total training hours ${verb('trainingHours', 'went up', 'went down')} by ${changeSize('trainingHours')}.</p>
      <p>None of this is finished. The coming year brings a new heat-treatment line, and with it the task of running it well. I thank our colleagues and partners for their care and their patience.</p>
    </div>
    <h3 style="margin-top:7mm">2024 at a glance</h3>
    <div class="cards">
      <div class="card"><div class="big" data-slot="cards.revenue.2024">${now('revenue')}</div><div class="what">Operating revenue<br>(RMB million)</div></div>
      <div class="card"><div class="big">${now('headcount')}</div><div class="what">Total number of employees (persons)</div></div>
      <div class="card"><div class="big">${now('ghgIntensity')}</div><div class="what">GHG emissions intensity (${tco2e} per million yuan)</div></div>
      <div class="card"><div class="big">${now('trainingHours')}</div><div class="what">Total training hours<br>(hours)</div></div>
    </div>
    <h3 style="margin-top:7mm">In this report</h3>
    <div class="contents">${contents}</div>`,
  );

  // ---- 3 ----
  const climate = page(
    'climate',
    'Climate and greenhouse gases',
    `
    <h2>Response to climate change</h2>
    <p class="lead">We measure what we emit, name what could hurt us, and spend where a yuan saves the most carbon.</p>
    <div class="pair" style="margin-top:3.6mm">
      <div>
        <h3>Governance</h3>
        <p>The Board answers for climate matters. Its sustainability committee meets each quarter, reads the emissions ledger and decides on investments that the energy team proposes. A part of the bonus of plant managers depends on it.</p>
      </div>
      <div>
        <h3>Strategy and transition</h3>
        <p>Customers ask for drives that waste less power, which suits what we do best. We plan to move heat treatment to electric furnaces step by step, and to buy green electricity under contracts of several years.</p>
      </div>
    </div>
    <p class="caption">Climate risks and our answers</p>
    ${table(
      'rows',
      ['Risk', 'What it could do', 'Horizon', 'Our answer'],
      [
        row(
          'Flood',
          text('Halt the Quehe plant, which lies by the river'),
          text('Short'),
          text('Raised switch rooms, spare pumps, drills'),
        ),
        row(
          'Heat',
          text('Make shop floors unsafe and cooling dearer'),
          text('Medium'),
          text('Roof insulation, night shifts in hot weeks'),
        ),
        row(
          'Carbon price',
          text('Raise the cost of gas and bought steel'),
          text('Medium'),
          text('Shadow price in each investment paper'),
        ),
        row(
          'Market',
          text('Shift demand to lighter, frugal drives'),
          text('Long'),
          text('Design rules for low loss and long life'),
        ),
      ],
      [14, 36, 12, 38],
    )}
    <h3>Greenhouse gas emissions</h3>
    <p>The inventory follows operational control and covers all plants and offices. Total greenhouse gas emissions ${verb('ghgTotal', 'increased', 'declined')} in 2024, and GHG emissions intensity ${verb('ghgIntensity', 'rose', 'fell')} by ${changeSize('ghgIntensity')} against the year before. We aim to bring the intensity below 3 ${tco2e} per million yuan by 2027.</p>
    <p class="caption">Annual GHG emissions</p>
    ${table(
      'ruled',
      ['Indicator', '2023', '2024'],
      [
        row(`Direct emissions (Scope 1)<sup>1</sup> (${tco2e})`, cells('climate', 'scope1')),
        row(`Indirect emissions (Scope 2)<sup>2</sup> (${tco2e})`, cells('climate', 'scope2')),
        totalRow(`Total GHG emissions (${tco2e})`, cells('climate', 'ghgTotal')),
        row(`GHG emissions intensity (${tco2e} per million yuan in revenue)`, cells('climate', 'ghgIntensity')),
      ],
      [64, 18, 18],
    )}
    <p class="notes">1. Natural gas, diesel and gasoline burnt in our own furnaces, boilers and vehicles.<br>
    2. Purchased electricity and heat, location-based. National grid factors as published when each inventory was made: ${gridFactor[2023]} tCO<sub>2</sub>/MWh for 2023 and ${gridFactor[2024]} tCO<sub>2</sub>/MWh for 2024. The figures of 2023 have not been restated.</p>
    <h3>What we did</h3>
    <div class="columns">
      <p>Compressors at the Quehe plant now follow the load, and waste heat from the quench baths warms the paint shop. Forklifts were changed to battery drive when their leases ended.</p>
      <p>Green electricity came from two wind farms under yearly contracts, with certificates held in our name. We neither bought nor sold carbon credits, and no company of the group takes part in emissions trading.</p>
    </div>`,
  );

  // ---- 4 ----
  const environment = page(
    'environment',
    'Energy, water and waste',
    `
    <h2>Energy, water and waste</h2>
    <h3 style="margin-top:0">Energy use</h3>
    <p>All plants run an energy management system. Thanks to load control and better insulation, total energy consumption ${said('energy.claim', verb('energyTotal', 'rose', 'fell'))} compared with 2023. Purchased electricity ${verb('electricity', 'rose', 'fell')} by ${changeSize('electricity')}, while gasoline consumption ${verb('gasoline', 'rose', 'fell')} as more cars run on batteries.</p>
    <p class="caption">Energy consumption by source</p>
    ${table(
      'zebra tight',
      ['Indicator', 'Unit', '2023', '2024'],
      [
        row('Natural gas consumption', text('m³'), cells('energy', 'naturalGas')),
        row('Diesel consumption', text('t'), cells('energy', 'diesel')),
        row('Gasoline consumption', text('t'), cells('energy', 'gasoline')),
        row('Purchased electricity', text('MWh'), cells('energy', 'electricity')),
        row('Purchased heat', text('GJ'), cells('energy', 'heat')),
        totalRow('Total energy consumption<sup>3</sup>', text('tce'), cells('energy', 'energyTotal')),
        row('Energy intensity', text('tce per million yuan in revenue'), cells('energy', 'energyIntensity')),
      ],
      [40, 28, 16, 16],
    )}
    <p class="notes">3. In tonnes of standard coal equivalent (tce), converted with the equivalent values of GB/T 2589.</p>
    <h3>Water resource use</h3>
    <p>Our water comes from the town mains; no site lies in an area short of water. Rinsing lines return their water through filters, so that recycled water ${verb('waterRecycled', 'grew', 'shrank')} by ${changeSize('waterRecycled')}.</p>
    ${table(
      'headrule',
      ['Water', '2023', '2024'],
      [
        row('Total water consumption (t)', cells('water', 'water')),
        row('Recycled water (t)', cells('water', 'waterRecycled')),
        row('Water intensity (t per million yuan in revenue)', cells('water', 'waterIntensity')),
      ],
      [64, 18, 18],
    )}
    <div class="pair" style="margin-top:4.2mm">
      <div>
        <h3>Waste disposal</h3>
        <p>Hazardous waste goes to licensed handlers only. Steel chips and cartons are sold for reuse.</p>
        <p class="caption">Waste generated<span class="unit">Unit: tonnes</span></p>
        ${table(
          'ruled',
          ['Category', '2023', '2024'],
          [
            row('Hazardous waste', cells('waste', 'hazardous')),
            row('Non-hazardous waste', cells('waste', 'nonHazardous')),
            totalRow('Total waste generated', cells('waste', 'wasteTotal')),
          ],
          [48, 26, 26],
        )}
      </div>
      <div>
        <h3>Pollutant discharge</h3>
        <p>Flue gas and waste water meet the local limits, with online monitoring at each outlet.</p>
        <p class="caption">Pollutants discharged</p>
        ${table(
          'headrule',
          ['Pollutant', '2023', '2024'],
          [
            row('Nitrogen oxides (NOx)', cells('pollutants', 'nox', '', ' t')),
            row('Particulate matter', cells('pollutants', 'particulates', '', ' t')),
            row('VOCs', cells('pollutants', 'vocs', '', ' t')),
            row('Chemical oxygen demand (COD)', cells('pollutants', 'cod', '', ' t')),
          ],
          [54, 23, 23],
        )}
      </div>
    </div>
    <div class="columns" style="margin-top:4.2mm">
      <h3>Circular economy</h3>
      <p>Old gearboxes come back to our workshop, where housings and shafts are reused after a check. In 2024 we recycled ${now('wasteRecycled')} tonnes of waste.</p>
      <h3>Environmental compliance management</h3>
      <p>Each plant keeps a register of duties and a plan for emergencies. There was no major environmental incident and no penalty.</p>
      <h3>Ecosystem and biodiversity protection</h3>
      <p>No site lies in or next to a protected area. Before any building work we map trees and nesting places.</p>
    </div>`,
  );

  // ---- 5 ----
  const withChange = (label: string, unit: string, id: FigureId): string =>
    row(label, text(unit), cells('training', id), `<td class="n">${signedChange(id)}</td>`);
  const peoplePage = page(
    'people',
    'People',
    `
    <h2>People</h2>
    <p class="lead">At the end of 2024 we had ${now('headcount')} employees, of whom ${now('femalePct')}% were women.</p>
    <h3>Employees</h3>
    <p>We hire by skill and pay by task, whatever a person’s sex, age or origin. All employees hold written contracts and are covered by social insurance. There was no case of child labour or forced labour. The turnover rate ${verb('turnover', 'rose', 'fell')} to ${now('turnover')}%.</p>
    <p class="caption">Structure of the workforce at year end<span class="unit">Unit: %</span></p>
    ${table(
      'ruled tight',
      ['Share of employees', '2023', '2024'],
      [
        band('By gender', 3),
        row('Male employees', cells('people', 'malePct')),
        row('Female employees', cells('people', 'femalePct')),
        band('By age', 3),
        row('Aged 30 or below', cells('people', 'under30Pct')),
        row('Aged 31–50', cells('people', 'from31Pct')),
        row('Aged 51 or above', cells('people', 'from51Pct')),
        band('By education', 3),
        row('Doctoral degree', cells('people', 'doctorPct')),
        row('Master’s degree', cells('people', 'masterPct')),
        row('Bachelor’s degree', cells('people', 'bachelorPct')),
        row('Junior college or below', cells('people', 'collegePct')),
        band('By job type', 3),
        row('Production personnel', cells('people', 'productionPct')),
        row('R&amp;D personnel', cells('people', 'researchPct')),
        row('Sales personnel', cells('people', 'salesPct')),
        row('Management personnel', cells('people', 'managementPct')),
      ],
      [64, 18, 18],
    )}
    <h3>Development and training</h3>
    <p>Each newcomer has a mentor for the first half year. Courses range from safe lifting to control software, and managers learn to give feedback.</p>
    ${table(
      'rows',
      ['Indicator', 'Unit', '2023', '2024', 'Change'],
      [
        withChange('Total training hours', 'hours', 'trainingHours'),
        withChange('Average training hours per employee', 'hours', 'trainingAverage'),
        withChange('Training expenditure', 'RMB million', 'trainingSpend'),
      ],
      [40, 18, 14, 14, 14],
    )}
    <div class="columns" style="margin-top:4.6mm">
      <h3>Health and safety</h3>
      <p>The safety management system covers all plants. Near misses are reported by phone and answered within a day. There was no work-related fatality; lost days due to work injury ${verb('lostDays', 'rose', 'fell')} by ${changeSize('lostDays')}, to ${now('lostDays')} days.</p>
      <h3>Rural revitalization</h3>
      <p>We buy canteen rice and tea from three hill villages and mend their pumps free of charge. Investment in rural revitalization came to RMB ${now('ruralInvestment')} million.</p>
      <h3>Social contribution</h3>
      <p>Donations went to school workshops and a river clean-up. Colleagues gave ${now('volunteerHours')} volunteer hours, ${changeSize('volunteerHours')} ${verb('volunteerHours', 'more', 'less')} than in 2023.</p>
    </div>`,
  );

  // ---- 6 ----
  const innovation = page(
    'innovation',
    'Innovation and governance',
    `
    <h2>Innovation and governance</h2>
    <h3 style="margin-top:0">Innovation-driven development</h3>
    <p>Our laboratory works on quiet gear teeth, motors without rare earths and pumps that report their own wear. Patents granted ${verb('patentsGranted', 'rose', 'fell')} from ${print(figures.patentsGranted[2023], 0)} to ${now('patentsGranted')}.</p>
    ${table(
      'ruled',
      ['Research and development', '2023', '2024'],
      [
        row('R&amp;D spending', cells('innovation', 'researchSpend', 'RMB ', ' million')),
        row('R&amp;D spending as a percentage of revenue', cells('innovation', 'researchSpendPct', '', '%')),
        row('Number of R&amp;D employees', cells('innovation', 'research', '', ' persons<sup>4</sup>')),
        row('R&amp;D personnel as a percentage of employees', cells('innovation', 'researchPct', '', '%')),
        row('Patents granted', cells('innovation', 'patentsGranted')),
      ],
      [52, 24, 24],
    )}
    <p class="notes">4. At 31 December, full-time staff of the laboratory and of the design offices.</p>
    <div class="columns" style="margin-top:4.2mm">
      <h3>Ethics of science and technology</h3>
      <p>We do no research on living beings. Software that learns from customers’ machines is reviewed by a small ethics group before it leaves the laboratory.</p>
      <h3>Supply chain security</h3>
      <p>Bearings, magnets and chips are bought from at least two makers each. At year end we worked with ${now('suppliers')} suppliers; all of the key ones have signed our code and were rated on safety and environment.</p>
      <h3>Equal treatment of small and medium-sized enterprises</h3>
      <p>We pay small suppliers on the same terms as large ones. There were no overdue payables to them at year end.</p>
      <h3>Safety and quality of products and services</h3>
      <p>Each drive is run under load before it is packed. Customer satisfaction reached ${now('satisfaction')}%, and the number of customer complaints ${verb('complaints', 'rose', 'fell')} by ${changeSize('complaints')}. No product had to be recalled.</p>
      <h3 data-slot="innovation.dataSecurity">Data security and customer privacy</h3>
      <p>Customer drawings are kept on servers of our own, with access by role and a yearly test by outsiders. There was no data security incident and no leak of customer data in 2024.</p>
      <h3>Anti-commercial bribery and anti-corruption</h3>
      <p>Gifts are registered, contracts above a limit need four eyes, and reports can be made without a name. Training on integrity reached ${now('integrityTraining')}% of employees. There was no corruption case.</p>
      <h3>Anti-unfair competition</h3>
      <p>Sales teams learn what they may not discuss with competitors. No proceedings were opened against us.</p>
      <h3>Corporate governance</h3>
      <p>The Board is elected for three years. Its audit and sustainability committees are led by independent directors.</p>
    </div>
    <p class="caption">Board of Directors</p>
    ${table(
      'headrule',
      ['Indicator', 'Unit', '2023', '2024'],
      [
        row('Number of directors', text('persons'), cells('board', 'boardSize')),
        row('Independent directors', text('persons'), cells('board', 'boardIndependent')),
        row('Female directors', text('persons'), cells('board', 'boardFemale')),
        row('Board meetings', text('times'), cells('board', 'boardMeetings')),
      ],
      [46, 22, 16, 16],
    )}`,
  );

  // ---- 7 and 8 ----
  const item = (label: string, unit: string, id: FigureId): string => row(label, text(unit), cells('performance', id));
  const million = 'RMB million';
  const performanceRows = [
    band('Environmental performance', 4),
    item('Direct emissions (Scope 1)', 'tCO2e', 'scope1'),
    item('Indirect emissions (Scope 2)', 'tCO2e', 'scope2'),
    item('Total GHG emissions', 'tCO2e', 'ghgTotal'),
    item('GHG emissions intensity', 'tCO2e per million yuan in revenue', 'ghgIntensity'),
    item('Natural gas consumption', 'm³', 'naturalGas'),
    item('Diesel consumption', 't', 'diesel'),
    item('Gasoline consumption', 't', 'gasoline'),
    item('Purchased electricity', 'MWh', 'electricity'),
    item('Green electricity', 'MWh', 'greenElectricity'),
    item('Purchased heat', 'GJ', 'heat'),
    item('Total energy consumption', 'tce', 'energyTotal'),
    item('Total water consumption', 't', 'water'),
    item('Recycled water', 't', 'waterRecycled'),
    item('Hazardous waste', 't', 'hazardous'),
    item('Non-hazardous waste', 't', 'nonHazardous'),
    item('Waste recycled', 't', 'wasteRecycled'),
    item('Environmental protection investment', million, 'envInvestment'),
    item('Environmental incidents', 'cases', 'envIncidents'),
    band('Social performance', 4),
    item('Total number of employees', 'persons', 'headcount'),
    item('Male employees', 'persons', 'male'),
    item('Female employees', 'persons', 'female'),
    item('New hires', 'persons', 'newHires'),
    item('Turnover rate', '%', 'turnover'),
    item('Total training hours', 'hours', 'trainingHours'),
    item('Average training hours per employee', 'hours', 'trainingAverage'),
    item('Training coverage', '%', 'trainingCoverage'),
    item('Training expenditure', million, 'trainingSpend'),
    item('Work-related fatalities', 'persons', 'fatalities'),
    item('Lost days due to work injury', 'days', 'lostDays'),
    item('Safety investment', million, 'safetyInvestment'),
    item('Health checkup participation rate', '%', 'checkups'),
    item('Number of suppliers', 'companies', 'suppliers'),
    item('Customer satisfaction', '%', 'satisfaction'),
    item('Customer complaints', 'cases', 'complaints'),
    item('Complaint resolution rate', '%', 'complaintsResolved'),
    item('Data security incidents', 'cases', 'breaches'),
    item('Charitable donations', million, 'donations'),
    item('Volunteer hours', 'hours', 'volunteerHours'),
    item('Investment in rural revitalization', million, 'ruralInvestment'),
    band('Economic and governance performance', 4),
    item('Operating revenue', million, 'revenue'),
    item('R&amp;D spending', million, 'researchSpend'),
    item('Number of R&amp;D employees', 'persons', 'research'),
    item('Patents applied', 'items', 'patentsApplied'),
    item('Patents granted', 'items', 'patentsGranted'),
    item('Number of directors', 'persons', 'boardSize'),
    item('Independent directors', 'persons', 'boardIndependent'),
    item('Female directors', 'persons', 'boardFemale'),
    item('Board meetings', 'times', 'boardMeetings'),
    item('Anti-corruption training coverage', '%', 'integrityTraining'),
    item('Corruption cases', 'cases', 'corruptionCases'),
  ];
  /** Rows of the performance table that fit on its first page. */
  const firstPageRows = 40;
  const performanceTable = (rows: string[]) =>
    table('zebra performance', ['Indicator', 'Unit', '2023', '2024'], rows, [42, 30, 14, 14]);
  const performance = page(
    'performance',
    'Performance table',
    `<h2>Performance table</h2>${performanceTable(performanceRows.slice(0, firstPageRows))}`,
  );

  /** Codes that do not break over a line. */
  const codes = (gri: string): string =>
    gri
      ? gri
          .split(', ')
          .map((code) => `<span class="code">${code}</span>`)
          .join(', ')
      : '/';
  const indexRow = (title: string, articles: string, gri: string, on: PageName): string =>
    `<tr><td>${title}</td><td>${articles || '/'}</td><td>${codes(gri)}</td><td class="n">${pageNumber(on)}</td></tr>`;
  /** The row of an SSE article that a planted error may leave out. */
  const indexRowOf = (article: number, title: string, gri: string, on: PageName): string => {
    const shown = at(`index.${article}`, `Article ${article}`);
    return shown ? indexRow(title, shown, gri, on) : '';
  };
  const contentIndex = table(
    'ruled index',
    ['Section', 'SSE Guidelines No. 14', 'GRI Standards', 'Page'],
    [
      indexRow('About this report', 'Articles 4–6', '2-1, 2-2, 2-3, 2-5', 'about'),
      indexRow('Message from the Chair', '', '2-6, 2-22', 'about'),
      indexRowOf(52, 'Materiality and due diligence', '2-14, 3-1, 3-2', 'about'),
      indexRowOf(53, 'Stakeholder communication', '2-29', 'about'),
      indexRow('Response to climate change', 'Articles 21–28', '201-2, 305-1, 305-2, 305-4, 305-5', 'climate'),
      indexRowOf(35, 'Energy use', '302-1, 302-3', 'environment'),
      indexRowOf(36, 'Water resource use', '303-1, 303-5', 'environment'),
      indexRowOf(31, 'Waste disposal', '306-2, 306-3', 'environment'),
      indexRowOf(30, 'Pollutant discharge', '303-2, 305-7', 'environment'),
      indexRowOf(37, 'Circular economy', '301-3, 306-4', 'environment'),
      indexRowOf(33, 'Environmental compliance management', '2-27', 'environment'),
      indexRowOf(32, 'Ecosystem and biodiversity protection', '304-1', 'environment'),
      indexRowOf(50, 'Employees', '2-7, 401-1, 403-1, 403-9, 404-1, 405-1, 408-1, 409-1', 'people'),
      indexRowOf(39, 'Rural revitalization', '203-1', 'people'),
      indexRowOf(40, 'Social contribution', '201-1, 413-1', 'people'),
      indexRowOf(42, 'Innovation-driven development', '3-3', 'innovation'),
      indexRowOf(43, 'Ethics of science and technology', '3-3', 'innovation'),
      indexRowOf(45, 'Supply chain security', '308-1, 414-1', 'innovation'),
      indexRowOf(46, 'Equal treatment of small and medium-sized enterprises', '3-3', 'innovation'),
      indexRowOf(47, 'Safety and quality of products and services', '416-1, 416-2', 'innovation'),
      indexRowOf(48, 'Data security and customer privacy', '418-1', 'innovation'),
      indexRowOf(55, 'Anti-commercial bribery and anti-corruption', '205-2, 205-3', 'innovation'),
      indexRowOf(56, 'Anti-unfair competition', '206-1', 'innovation'),
      indexRow('Corporate governance', 'Article 12', '2-9, 2-12', 'innovation'),
      indexRow('Content index', 'Article 57', '', 'performance-2'),
    ],
    [41, 21, 30, 8],
  );
  const performance2 = page(
    'performance-2',
    'Performance table and index',
    `<p class="caption" style="margin-top:0">Performance table (continued)</p>
    ${performanceTable(performanceRows.slice(firstPageRows))}
    <h2 style="margin-top:7mm" data-slot="index.heading">Content index</h2>
    <p style="margin-bottom:2.4mm">Wrenlake has reported the information cited here for 1 January to 31 December 2024 with reference to the GRI Standards.</p>
    ${contentIndex}`,
  );

  // ---- 9 ----
  const zh = (label: string, unit: string, id: FigureId): string => row(label, text(unit), cells('chinese', id));
  const chinese = page(
    'chinese',
    '中文摘要',
    `
    <h2>2024年关键绩效摘要</h2>
    <p>本页以中文概述${company.zh}2024年度的环境、社会及治理关键绩效，数据口径与英文正文一致，金额单位为人民币。</p>
    <h3>经营与创新</h3>
    <p>报告期内，公司实现营业收入${now('revenueYi')}亿元，同比${verb('revenue', '增长', '下降')}${changeSize('revenue')}；研发投入${now('researchSpendWan')}万元，同比${verb('researchSpend', '增长', '下降')}${changeSize('researchSpend')}。实验室围绕低噪声齿轮、无稀土电机和自诊断伺服泵开展研究。</p>
    <h3>环境</h3>
    <p>公司按照运营控制法核算温室气体排放。报告期内，范围二排放量同比${verb('scope2', '上升', '下降')}${changeSize('scope2')}，温室气体排放强度同比${verb('ghgIntensity', '上升', '下降')}${changeSize('ghgIntensity')}。有害废弃物全部交由有资质的单位处置，未发生突发环境事件。</p>
    <h3>员工与社会</h3>
    <p>截至报告期末，员工总数${now('headcount')}人，女性员工占比${now('femalePct')}%。员工培训总时长同比${verb('trainingHours', '增长', '下降')}${changeSize('trainingHours')}。公司持续支持山区学校的实训课堂，并帮助三个村庄维护水泵。</p>
    <p class="caption" style="margin-top:6mm">关键绩效表</p>
    ${table(
      'zebra',
      ['指标', '单位', '2023年', '2024年'],
      [
        band('环境绩效', 4),
        zh('直接温室气体排放（范围一）', '吨二氧化碳当量', 'scope1'),
        zh('间接温室气体排放（范围二）', '吨二氧化碳当量', 'scope2'),
        zh('温室气体排放总量', '吨二氧化碳当量', 'ghgTotal'),
        zh('温室气体排放强度', '吨二氧化碳当量/百万元营业收入', 'ghgIntensity'),
        zh('综合能源消耗量', '吨标准煤', 'energyTotal'),
        zh('天然气消耗量', '万立方米', 'naturalGasWan'),
        zh('外购电力', '万千瓦时', 'electricityWan'),
        zh('总耗水量', '万吨', 'waterWan'),
        zh('有害废弃物', '吨', 'hazardous'),
        band('社会绩效', 4),
        zh('员工总数', '人', 'headcount'),
        zh('女性员工占比', '%', 'femalePct'),
        zh('培训总时长', '小时', 'trainingHours'),
        zh('人均培训时长', '小时', 'trainingAverage'),
        zh('公益捐赠', '万元', 'donationsWan'),
        band('经营与治理绩效', 4),
        zh('营业收入', '亿元', 'revenueYi'),
        zh('研发投入', '万元', 'researchSpendWan'),
        zh('研发人员数量', '人', 'research'),
        zh('董事人数', '人', 'boardSize'),
        zh('独立董事人数', '人', 'boardIndependent'),
      ],
      [38, 30, 16, 16],
    )}
    <p class="notes">注：范围二排放为外购电力与外购热力产生的排放，按基于位置的方法核算；综合能源消耗量按当量值折算。</p>
    <p class="notes">雀泽为虚构公司，本报告数据均为虚构，仅供软件演示；报告中有意设置了若干差错。</p>`,
    'zh',
  );

  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Wrenlake ESG Report 2024 (sample of an invented company)</title><style>${css}</style></head>
  <body>${[cover, about, climate, environment, peoplePage, innovation, performance, performance2, chinese].join('')}</body></html>`;
}
