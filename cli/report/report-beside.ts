/** Names the report of a results folder: beside it, since the folder holds only what its hashes cover. */
export const reportBeside = (folder: string): string => `${folder.replace(/(?<=.)[/\\]+$/, "")}.html`;
