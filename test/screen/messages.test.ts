import { expect, it } from "vitest";
import { messages } from "../../cli/messages/index.ts";
import { InvariantError } from "../../sim/model/invariant-error.ts";

const { badPatient, notRegistered, replicationFailed, systemReason, unexpected } = messages;

it("tells how to run a failed replication again", () => {
  const place = {
    scenario: "cut",
    argument: "my city",
    seed: "a b",
    set: ["contact.gap=x1.5"],
    replication: 41,
  };
  expect(replicationFailed(place, "a thread ended")).toBe(
    [
      "The run failed in scenario cut, seed a b, replication 41: a thread ended",
      "  Run it again with:",
      "  linksim run 'my city' --seed 'a b' --set contact.gap=x1.5 --replications 42 --workers 1",
    ].join("\n"),
  );
  const { message } = new InvariantError("a list went below zero");
  expect(replicationFailed(place, message)).toContain(
    "replication 41: impossible state: a list went below zero\n  This is a fault in linksim, not in your scenario.",
  );
});

it("calls a fault of linksim what is none of the system's", () => {
  const full = Object.assign(new Error("ENOSPC: no space left, write"), { code: "ENOSPC", syscall: "write" });
  expect(unexpected(full)).toContain("linksim failed: the disk is full");
  expect(unexpected(full)).not.toContain("fault");
  expect(unexpected(new TypeError("x is not a function"))).toContain("This is a fault in linksim.");
});

it("says in words why the system refused", () => {
  expect(systemReason(Object.assign(new Error("ENOSPC: no space"), { code: "ENOSPC" }))).toBe(
    "the disk is full",
  );
  expect(systemReason(new Error("first line\n    at there"))).toBe("first line");
});

it("says how a patient is named, and who is on a list", () => {
  expect(badPatient("7")).toBe(
    '--patient: expected a practice and a register number, such as practice-3/1742, got "7".',
  );
  expect(notRegistered("elm/3001", "elm", 3000)).toBe(
    "--patient elm/3001: expected a register number from 1 to 3,000, the people on the list of elm.",
  );
});
