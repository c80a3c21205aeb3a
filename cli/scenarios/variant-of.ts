/** Tells of a variant which scenario it varies, and what it assumes. */
export interface VariantOf {
  readonly scenario: string;
  readonly id: string;
  readonly name: string;
  /** Why that is not known. */
  readonly why?: string | undefined;
}
