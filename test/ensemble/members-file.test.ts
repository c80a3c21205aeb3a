import { expect, it } from "vitest";
import { MAX_MEMBERS, readMembersFile } from "../../sim/ensemble/members-file.ts";

const read = (text: string | Uint8Array) =>
  readMembersFile("members.csv", typeof text === "string" ? new TextEncoder().encode(text) : text);

it("reads members with what each lays over a scenario", () => {
  expect(read("member,weight,referral.rate,contact.first\n1,2,x1.1,50 minutes\n7,0.5,x0.9,\n")).toEqual([
    { member: 1, weight: 2, set: ["referral.rate=x1.1", "contact.first=50 minutes"] },
    { member: 7, weight: 0.5, set: ["referral.rate=x0.9"] },
  ]);
});

it.each([
  [
    "weights below 0",
    "member,weight,a\n1,-1,2\n",
    'members.csv:2 weight: found "-1", expected a number of 0',
  ],
  ["no weight above 0", "member,weight,a\n1,0,2\n", "found no weight above 0"],
  ["weights that are none", "member,weight,a\n1,Infinity,2\n", 'weight: found "Infinity"'],
  ["members that are none", "member,weight,a\n1.5,1,2\n", 'member: found "1.5", expected a whole number'],
  ["a member twice", "member,weight,a\n1,1,2\n1,1,3\n", "members.csv:3 member: found the member 1 a second"],
  ["a path twice", "member,weight,a,a\n1,1,2,3\n", "found the column a a second time"],
  ["other columns", "weight,member,a\n1,1,2\n", "found the columns weight, member, a"],
  ["no path", "member,weight\n1,1\n", "found the columns member, weight"],
  ["short rows", "member,weight,a,b\n1,1,2\n", "members.csv:2 members: found a row of 3 cells, expected 4"],
  ["nothing", "", "found an empty file"],
  ["no member", "member,weight,a\n", "found no member"],
  ["control characters", "member,weight,a\n1,1,2\u001b[2J\n", "members.csv:2 a: found the character"],
  ["bytes that are no text", Uint8Array.of(109, 255, 0), "found bytes that are not UTF-8"],
  [
    "more members than it holds",
    `member,weight,a\n${"1,1,2\n".repeat(MAX_MEMBERS + 5)}`,
    `found more than ${MAX_MEMBERS} members`,
  ],
])("refuses %s", (_, text, told) => {
  expect(() => read(text)).toThrow(told);
});

it("tells everything that is wrong at once", () => {
  expect(() => read("member,weight,a\nx,-1,2\n2,-3,4\n")).toThrow(
    /:2 member[\s\S]*:2 weight[\s\S]*:3 weight/,
  );
});
