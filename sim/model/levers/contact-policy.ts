import { byPolicy, type Lever } from "./lever.ts";

/** Changes contacts: what it leaves out stays as it is. */
export const contactPolicy: Lever<"contact_policy"> = {
  rule: "contact",
  apply: byPolicy((scenario, action) => {
    const { contact } = scenario;
    return {
      ...scenario,
      contact: {
        ...contact,
        first: action.first ?? contact.first,
        first_admin: action.first_admin ?? contact.first_admin,
        follow_up: action.follow_up ?? contact.follow_up,
        follow_up_admin: action.follow_up_admin ?? contact.follow_up_admin,
        gap: action.gap ?? contact.gap,
        absorption_gap: action.absorption_gap ?? contact.absorption_gap,
        at_most: action.at_most ?? contact.at_most,
        telephone: { ...contact.telephone, share: action.telephone ?? contact.telephone.share },
        group: { ...contact.group, share: action.group ?? contact.group.share },
        reserved: action.reserved ?? contact.reserved,
      },
    };
  }),
};
