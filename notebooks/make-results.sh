#!/usr/bin/env bash
# Makes the stored results that the notebooks read: `npm run notebooks:results`, about four minutes on two cores. Each is played whole, then trimmed to what a notebook needs.
set -euo pipefail
cd "$(dirname "$0")/.."
whole="$(mktemp -d)"
trap 'rm -rf "$whole"' EXIT

linksim() { node dist/cli/main.js "$@" --format parquet --quiet > /dev/null; }
trim() { node dist/notebooks/machinery/trim-results.js "$whole/$1" "notebooks/results/$1"; }

linksim sweep glasgow-pilot-cut --set "horizon=260 weeks" \
  --vary "timeline[cut].share=0:60:10 %" --vary "funding.grant_cycle=52 weeks,104 weeks,156 weeks" --replications 12 \
  --metrics finished.share,reached_3.share,contacts.per_referral,caseload.mean,load.hours,load.places,waiting_list.end,wait.first_contact.mean,wait.link.mean,organisation.load,organisations.places,organisations.closed \
  --out "$whole/funding-sweep"
trim funding-sweep

linksim compare glasgow-2023-70 glasgow-2024-cut glasgow-2024-cut-spread --replications 8 --out "$whole/glasgow-70-to-42"
trim glasgow-70-to-42

linksim compare glasgow-2023-70 glasgow-2024-cut glasgow-2024-cut-spread --no-variants --ensemble glasgow-2023-70 --member-replications 2 --replications 4 --twins 0 --out "$whole/glasgow-70-to-42-not-known"
trim glasgow-70-to-42-not-known

norm() {
  linksim sweep english-norm \
    --vary "referral.rate=22.8 per 1000 a year,30 per 1000 a year,39 per 1000 a year,47 per 1000 a year" \
    --vary "contact.at_most=6 contacts,9 contacts,12 contacts" --replications 6 \
    --metrics referrals.per_link_worker_year,requests.count,requests.never_referred,people.referred,people.reached_3,people.gave_up,contacts.per_referral,contacts.per_link_worker_year,finished.share,reached_3.share,engaged.share,lost.share.reviewed_out,load.hours,load.places,utilisation.casework,waiting_list.end,wait.first_contact.mean,wait.first_contact.within_4_weeks,caseload.mean,cost.per_reached_3,hours.casework \
    "$@"
}
norm --out "$whole/english-norm"
trim english-norm
norm --set "contact.first=40 minutes" --set "contact.first_admin=20 minutes" \
  --set "contact.follow_up=25 minutes" --set "contact.follow_up_admin=10 minutes" --out "$whole/english-norm-short"
trim english-norm-short

linksim sensitivity starter --set "horizon=52 weeks" \
  --over referral.rate,waiting_list.uptake,needs.extra,needs.at_a_time,contact.follow_up,contact.gap,contact.non_attendance,drop_off.base,drop_off.after_first,link_workers.time.casework \
  --budget 800 --out "$whole/which-numbers"
trim which-numbers

linksim plan starter --goal "90 % of those who stay seen within 4 weeks" \
  --by "referral.rate=x1,x0.9,x0.8,x0.7,x0.6,x0.5" --at-most 200 --out "$whole/ninety-per-cent"
trim ninety-per-cent
