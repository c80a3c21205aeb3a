import { numberText, wholePercentText } from "../../sim/words/numbers.ts";
import type { Source } from "./answers.ts";

const BASE = "run glasgow-2021 --replications 100";
const CUT = "run glasgow-2023-70 glasgow-2024-cut --replications 12 --no-variants";
const SPREAD = "run glasgow-2023-70 glasgow-2024-cut-spread --replications 8 --no-variants";
const DEPRIVED = "run glasgow-2024-cut glasgow-2024-cut-least-deprived --replications 12 --no-variants";
const ATTRITION = "run glasgow-2024-cut glasgow-2024-cut-attrition --replications 8 --no-variants";
const RESCUE =
  'compare glasgow-2023-70 glasgow-2024-rescue --set "horizon=260 weeks" --no-variants --replications 8';
const PILOT = "run glasgow-pilot glasgow-pilot-cut --no-variants";
const WITHDRAWAL = "run glasgow-2021 statutory-withdrawal --replications 8";
const FUND = "compare glasgow-2021 communities-fund-2020 --replications 8";
const STORM = "run glasgow-2024-cut perfect-storm --replications 8 --no-variants";
const PLACES = "compare glasgow-2023-70 posts-or-places --replications 8 --no-variants";
const PLACES_BACK = "compare glasgow-2023-70 posts-or-places-reverse --replications 8 --no-variants";
const GRANTS = "run glasgow-2021 three-year-grants --replications 8";
const NETWORKING = "run glasgow-2021 protected-networking --replications 8";
const CAP = "run glasgow-2021 caseload-cap --replications 8";
const NORM = "run glasgow-2021 english-norm --replications 100";
const RATIO = "run glasgow-2021 english-ratio --replications 8";
const SCOTLAND = "run scotland-250 --replications 4";
const NOBODY = "run glasgow-2021 no-link-worker --replications 8";
const UNDER_70 = "--no-variants --ensemble glasgow-2023-70 --member-replications 2 --replications 4";
const DOUBT_CUT = `compare glasgow-2023-70 glasgow-2024-cut glasgow-2024-cut-spread ${UNDER_70}`;
const DOUBT_WHICH = `compare glasgow-2024-cut glasgow-2024-cut-spread ${UNDER_70}`;
const DOUBT_PILOT =
  "compare glasgow-pilot glasgow-pilot-cut --no-variants --ensemble glasgow-pilot --member-replications 2 --replications 10";
/** Members of glasgow-2021 that are drawn. */
const DRAWN = 30;
const DOUBT_2021 =
  "compare glasgow-2021 communities-fund-2020 protected-networking caseload-cap english-norm --no-variants " +
  `--ensemble glasgow-2021 --members ${DRAWN} --member-replications 2 --replications 4`;
/** Of members, to call a finding one that stands. */
const NEARLY_ALL = 0.95;

/**
 * Writes the page of findings: every number is the answer of the command that stands above it. A sentence
 * that says which is more is held against the numbers: it fails when it is no longer true.
 */
export function findingsPage(answer: Source): string {
  const people = (command: string, question: string, step = 10): string =>
    rounded(answer(command, question), step);
  const share = (command: string, question: string): string => wholePercentText(answer(command, question));
  const decimal = (command: string, question: string): string => numberText(answer(command, question), 1);
  const weeks = (command: string, name: string): string =>
    numberText(answer(command, `${name} wait.first_contact.mean`) / 7, 1);
  const isMore = (a: readonly [string, string], b: readonly [string, string], sentence: string): string => {
    if (answer(...a) <= answer(...b)) throw new Error(`no longer true, write it anew: ${sentence}`);
    return sentence;
  };
  const columns: readonly (readonly [string, string])[] = [
    [CUT, "glasgow-2023-70"],
    [CUT, "glasgow-2024-cut"],
    [DEPRIVED, "glasgow-2024-cut-least-deprived"],
    [SPREAD, "glasgow-2024-cut-spread"],
    [ATTRITION, "glasgow-2024-cut-attrition"],
  ];
  const row = (cell: (command: string, name: string) => string): string =>
    columns.map(([command, name]) => ` ${cell(command, name)} |`).join("");

  const stands = (command: string, question: string, sentence: string): string => {
    if (answer(command, question) < NEARLY_ALL)
      throw new Error(`no longer true in nearly all members, write it anew: ${sentence}`);
    return sentence;
  };
  const fewer = (command: string, question: string): string => rounded(-answer(command, question), 10);
  /** Of the pilot under its cut, in percentage points. */
  const fall = (question: string): string =>
    numberText(-100 * answer(DOUBT_PILOT, `glasgow-pilot -> glasgow-pilot-cut ${question}`), 1);

  const of2021 =
    (scenario: string) =>
    (metric: string): string =>
      `glasgow-2021 -> ${scenario} share ${metric}`;
  const fund = of2021("communities-fund-2020");
  const network = of2021("protected-networking");
  const cap = of2021("caseload-cap");
  const norm = of2021("english-norm");
  const inMembers = (question: string): string => {
    const met = answer(DOUBT_2021, question);
    return met > 1 - 1e-9 ? `all ${DRAWN}` : `${rounded(met * DRAWN, 1)} of ${DRAWN}`;
  };

  return `# Findings

What the library's scenarios gave when they were run, what surprised, and why it is right, or where to doubt it. Each figure is a mean over the replications of the command above it, seed 1; ± is chance
within the model. What the assumptions may do to it stands at the end, as far as it was tried: most numbers are grade C. \`npm run findings\` runs the commands and writes every number on this page.

## The base holds the published figures

${commands(BASE)}

${people(BASE, "glasgow-2021 contacts.per_link_worker_year", 1)} contacts a full-time post a year (published 611, between 505 and 773), ${people(BASE, "glasgow-2021 referrals.per_link_worker_year", 1)} referrals a post (131), ${share(BASE, "glasgow-2021 reached_3.share")} reach three contacts (45 %, 39 to 51), ${share(BASE, "glasgow-2021 engaged.share")} engage (71 % in Fife), ${numberText(answer(BASE, "glasgow-2021 links.per_referral"), 2)} links a referral (1.7).
Casework takes ${share(BASE, "glasgow-2021 utilisation.casework")} of its time.

- **${people(BASE, "glasgow-2021 lists overloaded", 1)} of ${people(BASE, "glasgow-2021 lists", 1)} waiting lists are surely overloaded, ${people(BASE, "glasgow-2021 lists stable", 1)} surely stable, ${people(BASE, "glasgow-2021 lists undecided", 1)} undecided.** An earlier version of this page called ten of them overloaded, from 12 replications and without an interval: that fell. One post serves one practice, lists differ by a factor of four, and a post cannot help the practice next door. The average wait of ${weeks(BASE, "glasgow-2021")}
  weeks hides them; a linear spreadsheet (${share(BASE, "glasgow-2021 spreadsheet.load")} of the posts needed) cannot show them. That is why the verdict comes list by list.
- **${decimal(BASE, "glasgow-2021 contacts.per_referral")} contacts a referral, not 4.66.** The published figure counts appointments: the model has ${decimal(BASE, "glasgow-2021 appointments.per_referral")} of those. Doubt: minutes a contact decide it, and nobody has published them.

## 70 posts become 42: which posts go matters more than how many

${commands(CUT, SPREAD, DEPRIVED, ATTRITION)}

| | 70 posts | smallest lists lose theirs | least deprived lose theirs | spread over 52 practices | as people leave |
|---|---|---|---|---|---|
| referred in three years |${row((command, name) => people(command, `${name} people.referred`))}
| reached three contacts |${row((command, name) => people(command, `${name} people.reached_3`))}
| mean first wait, weeks |${row((command, name) => weeks(command, name))}
| open with a post on the day that it ended |${row((command, name) => (name === "glasgow-2023-70" ? "" : people(command, `${name} closing_list`)))}

- **${isMore([CUT, "glasgow-2023-70 wait.first_contact.mean"], [CUT, "glasgow-2024-cut wait.first_contact.mean"], "The cut makes the average wait shorter.")}** Twenty-eight practices have nobody; those who are not referred wait for nothing and are in no average. ${people(CUT, "glasgow-2024-cut requests.usual_care", 100)} requests found no post, and GPs without one on site ask
  less: falling referrals are not falling need. Read people, not waits.
- **${isMore([SPREAD, "glasgow-2024-cut-spread people.reached_3"], [CUT, "glasgow-2024-cut people.reached_3"], `Spreading the 42 posts keeps ${rounded(answer(SPREAD, "glasgow-2024-cut-spread people.reached_3") - answer(CUT, "glasgow-2024-cut people.reached_3"), 100)} more people reaching three contacts than closing 28 practices`)}**, and ${isMore([SPREAD, "glasgow-2024-cut-spread wait.first_contact.mean"], [CUT, "glasgow-2023-70 wait.first_contact.mean"], "everybody waits longer")}: practices that share posts also share what slack there is.
- **${isMore([ATTRITION, "glasgow-2024-cut-attrition people.reached_3"], [ATTRITION, "glasgow-2024-cut people.reached_3"], "Waiting for people to leave keeps most of the first year")}**, and closes whichever practices happen to lose theirs.
- **Money for three years puts it off, and the cliff is the same.** \`linksim ${RESCUE}\`: over five years, of which the cut takes the last one, ${people(RESCUE, "glasgow-2023-70 -> glasgow-2024-rescue fewer people.referred")} ± ${people(RESCUE, "glasgow-2023-70 -> glasgow-2024-rescue half people.referred", 5)} fewer are referred, ${people(RESCUE, "glasgow-2023-70 -> glasgow-2024-rescue fewer people.reached_3")} ± ${people(RESCUE, "glasgow-2023-70 -> glasgow-2024-rescue half people.reached_3", 5)} fewer reach three
  contacts, and ${people(RESCUE, "glasgow-2024-rescue closing_list")} have an open case on the day that their post ends. Person by person ${people(RESCUE, "glasgow-2023-70 -> glasgow-2024-rescue lost reached_3")} no longer reach three contacts and ${people(RESCUE, "glasgow-2023-70 -> glasgow-2024-rescue gained reached_3")} newly do.

## A funding cut is felt in how cases end, not in who starts

${commands(PILOT, WITHDRAWAL, FUND)}

Half of charities' income gone: finished falls from ${share(PILOT, "glasgow-pilot finished.share")} to ${share(PILOT, "glasgow-pilot-cut finished.share")}, the waiting lists at the end go from ${people(PILOT, "glasgow-pilot waiting_list.end", 1)} to ${people(PILOT, "glasgow-pilot-cut waiting_list.end", 1)} people, while three contacts are reached by ${share(PILOT, "glasgow-pilot reached_3.share")} and ${share(PILOT, "glasgow-pilot-cut reached_3.share")} of those referred. Half of statutory places gone: finished from
${share(WITHDRAWAL, "glasgow-2021 finished.share")} to ${share(WITHDRAWAL, "statutory-withdrawal finished.share")}, the wait for a statutory place from ${decimal(WITHDRAWAL, "glasgow-2021 organisation.wait.p50 statutory")} to ${decimal(WITHDRAWAL, "statutory-withdrawal organisation.wait.p50 statutory")} weeks. The Communities Fund: finished from ${share(FUND, "glasgow-2021 finished.share")} to ${share(FUND, "communities-fund-2020 finished.share")}.

- **The share that reaches three contacts hardly falls, because link workers absorb the cut** (M1): contacts a referral go from ${decimal(PILOT, "glasgow-pilot contacts.per_referral")} to ${decimal(PILOT, "glasgow-pilot-cut contacts.per_referral")} in the pilot and from ${decimal(FUND, "glasgow-2021 contacts.per_referral")} to ${decimal(FUND, "communities-fund-2020 contacts.per_referral")} under the Communities Fund. It is the same people staying longer with nowhere to go. People do
  fall: under the Communities Fund ${people(FUND, "glasgow-2021 -> communities-fund-2020 fewer people.reached_3")} ± ${people(FUND, "glasgow-2021 -> communities-fund-2020 half people.reached_3")} fewer reach three contacts, ${wholePercentText(answer(FUND, "glasgow-2021 -> communities-fund-2020 fewer people.reached_3") / answer(FUND, "glasgow-2021 people.reached_3"))} of those who did.
- **A cut closes hardly more charities than close anyway** (${decimal(PILOT, "glasgow-pilot organisations.closed")} and ${decimal(PILOT, "glasgow-pilot-cut organisations.closed")} in the pilot). A charity closes under a quarter of its places; half of the income pays for half of them. It is the loss of every grant that closes, with or without the cut.
- **The harm comes late.** Reserves and notice put it off for months, and who is open when places fall is followed up for months more: an evaluation after one year would have called the cut nearly harmless.
- The linear spreadsheet gives both worlds the same answer: it knows no organisations.

## More need and fewer places are worse than their sum, while there is slack

${commands(STORM)}

In two practices with slack a 30 % cut of places and 15 % more need together add more to the mean first wait than the sum of what each adds: \`test/model/spirals.test.ts\` holds it with a 99.9 % interval. Near saturation the caseload cannot grow further and the sum is not reached there: what is beyond the cap waits or gives
up. On top of the cut of posts, the storm takes finished from ${share(STORM, "glasgow-2024-cut finished.share")} to ${share(STORM, "perfect-storm finished.share")} and the lists at the end from ${people(STORM, "glasgow-2024-cut waiting_list.end", 1)} to ${people(STORM, "perfect-storm waiting_list.end", 1)} people.

- **The amplification is absorption:** without it a cut of places adds nothing to the wait (the same test). It is the one mechanism to measure better.

## More posts, more places, or neither

${commands(PLACES, PLACES_BACK, GRANTS, NETWORKING, CAP)}

- **GBP 600,600 a year moved from posts to places** ${isMore([PLACES, "glasgow-2023-70 people.reached_3"], [PLACES, "posts-or-places people.reached_3"], "loses")} ${people(PLACES, "glasgow-2023-70 -> posts-or-places fewer people.reached_3")} of ${people(PLACES, "glasgow-2023-70 people.reached_3")} people reaching three contacts and adds ${numberText((answer(PLACES, "posts-or-places wait.first_contact.mean") - answer(PLACES, "glasgow-2023-70 wait.first_contact.mean")) / 7, 1)} weeks; moved the other way it ${isMore([PLACES_BACK, "posts-or-places-reverse people.reached_3"], [PLACES_BACK, "glasgow-2023-70 people.reached_3"], "gains")} ${people(PLACES_BACK, "glasgow-2023-70 -> posts-or-places-reverse more people.reached_3")} and takes ${numberText((answer(PLACES_BACK, "glasgow-2023-70 wait.first_contact.mean") - answer(PLACES_BACK, "posts-or-places-reverse wait.first_contact.mean")) / 7, 1)} weeks off. Where a post
  goes counts for more than whether it is bought.
- **A small grant spread over all charities buys next to nothing:** less than one place each, and places are whole. The scenario gives it to 31 charities where waits are longest.
- **Three-year grants save charities (${people(GRANTS, "three-year-grants organisations.closed", 1)} close and not ${people(GRANTS, "glasgow-2021 organisations.closed", 1)}) and change little for link workers within three years.** The places saved are local ones (${people(GRANTS, "three-year-grants organisations.places local", 1)} and not ${people(GRANTS, "glasgow-2021 organisations.places local", 1)}); those that bind are city-wide and statutory.
- **${isMore([NETWORKING, "glasgow-2021 finished.share"], [NETWORKING, "protected-networking finished.share"], "Protecting networking ends fewer cases, not more")}:** ${share(NETWORKING, "protected-networking finished.share")} finish and not ${share(NETWORKING, "glasgow-2021 finished.share")}, as hours are kept from casework; whether the ties pay later three years do not show. An earlier version of this page said "more" beside the same two numbers: that is struck. The mean first wait is ${weeks(NETWORKING, "protected-networking")} weeks and not ${weeks(NETWORKING, "glasgow-2021")}.
- **A cap of 25 open cases wastes hours:** ${share(CAP, "caseload-cap utilisation.casework")} of casework time is used while people wait ${weeks(CAP, "caseload-cap")} weeks. Most open cases wait for an organisation, and the cap counts them all.

## The English numbers

${commands(NORM, RATIO, SCOTLAND, NOBODY)}

- **Nobody comes to 200-250 people a post.** Asked for, ${people(NORM, "english-norm referrals.per_link_worker_year", 1)} get through at ${people(NORM, "english-norm contacts.per_link_worker_year", 1)} contacts a post: the wait of ${weeks(NORM, "english-norm")} weeks and GPs' lost confidence keep the rest back, and ${people(NORM, "english-norm lists overloaded", 1)} of ${people(NORM, "english-norm lists", 1)} lists are surely overloaded (in Glasgow ${people(NORM, "glasgow-2021 lists overloaded", 1)}).
- **${isMore([NORM, "glasgow-2021 cost.per_reached_3"], [NORM, "english-norm cost.per_reached_3"], "An overloaded programme looks cheap")}:** GBP ${people(NORM, "english-norm cost.per_reached_3", 1)} a person reaching three contacts under the norm, GBP ${people(NORM, "glasgow-2021 cost.per_reached_3", 1)} in Glasgow. Posts are always busy, and those who gave up cost nothing. Cost a person is no measure of a service that turns people away by its wait.
- **One post to 30,000-50,000 people** reaches ${share(RATIO, "english-ratio reached_3.share")} of those referred three times, after ${weeks(RATIO, "english-ratio")} weeks.
- **250 posts for Scotland** behave as 43 do for Glasgow (${people(SCOTLAND, "scotland-250 contacts.per_link_worker_year", 1)} contacts a post, ${share(SCOTLAND, "scotland-250 reached_3.share")} reach three): posts serve their own cluster, so size by itself neither helps nor harms.
- **Usual care:** ${people(NOBODY, "no-link-worker requests.usual_care")} requests in three years have nowhere to go; organisations are a little less full (${share(NOBODY, "no-link-worker organisation.load")} and not ${share(NOBODY, "glasgow-2021 organisation.load")} of what places can serve).

## What stands under every set of values that fits

${commands(DOUBT_CUT, DOUBT_WHICH, DOUBT_PILOT, DOUBT_2021)}

The same comparisons under the hundred sets of values that fit what was published ([doubt.md](doubt.md)); from and to are nine of ten of them. What is found of \`glasgow-2021\` was put to thirty of its hundred, which tell in how many of them it goes the same way and no range.

- **${stands(DOUBT_CUT, "glasgow-2023-70 -> glasgow-2024-cut share people.reached_3", "70 posts to 42 loses people: it stands.")}** ${fewer(DOUBT_CUT, "glasgow-2023-70 -> glasgow-2024-cut high people.reached_3")} to ${fewer(DOUBT_CUT, "glasgow-2023-70 -> glasgow-2024-cut low people.reached_3")} fewer reach three contacts if practices close, ${fewer(DOUBT_CUT, "glasgow-2023-70 -> glasgow-2024-cut-spread high people.reached_3")} to ${fewer(DOUBT_CUT, "glasgow-2023-70 -> glasgow-2024-cut-spread low people.reached_3")} if posts are spread. Most of the width is how many posts carried the referrals before, 52 or 70, which a payroll would settle. The numbers above are those of 70.
- **Spreading the posts keeps more people than closing practices: not in every set.** It does in ${share(DOUBT_WHICH, "glasgow-2024-cut -> glasgow-2024-cut-spread share people.reached_3")}; the difference is from ${people(DOUBT_WHICH, "glasgow-2024-cut -> glasgow-2024-cut-spread low people.reached_3")} to ${people(DOUBT_WHICH, "glasgow-2024-cut -> glasgow-2024-cut-spread high people.reached_3")} people. The sentence above is of 70 posts before the cut, and is struck where they were some 52: there fewer practices close, and the two do alike.
- **${stands(DOUBT_PILOT, "glasgow-pilot -> glasgow-pilot-cut share finished.share", "A funding cut is felt in how cases end: it stands.")}** Finished falls by ${fall("high finished.share")} to ${fall("low finished.share")} points, the share that reaches three contacts by ${fall("high reached_3.share")} to ${fall("low reached_3.share")}.
- **${stands(DOUBT_2021, fund("finished.share"), "The Communities Fund is felt in how cases end, and link workers absorb it: it stands.")}** Fewer finish in ${inMembers(fund("finished.share"))}, contacts a referral rise in ${inMembers(fund("contacts.per_referral"))}, and fewer people reach three contacts in ${inMembers(fund("people.reached_3"))}.
- **${stands(DOUBT_2021, network("finished.share"), "Protecting networking ends fewer cases within three years: it stands.")}** Fewer finish in ${inMembers(network("finished.share"))}, and the mean first wait is longer in ${inMembers(network("wait.first_contact.mean"))}.
- **${stands(DOUBT_2021, cap("utilisation.casework"), "A cap of 25 open cases wastes hours: it stands.")}** Less of casework time is used in ${inMembers(cap("utilisation.casework"))}, and the mean first wait is longer in ${inMembers(cap("wait.first_contact.mean"))}. That fewer finish under it, as written, holds in ${inMembers(cap("finished.share"))} and is no finding.
- **${stands(DOUBT_2021, norm("cost.per_reached_3"), "An overloaded programme looks cheap: it stands.")}** A person reaching three contacts costs less under the norm in ${inMembers(norm("cost.per_reached_3"))}, and the mean first wait is longer in ${inMembers(norm("wait.first_contact.mean"))}: the norm states its own rate of referral, which is no rise where a set of values has more.
- **Not tried:** which lists are overloaded, what three-year grants save, one post to 30,000-50,000 people, 250 posts for Scotland, usual care, and the storm.
`;
}

function commands(...lines: readonly string[]): string {
  return ["```", ...lines.map((line) => `linksim ${line}`), "```"].join("\n");
}

function rounded(value: number, step: number): string {
  return numberText(Math.round(value / step) * step, 0);
}
