/** The same tree of keys with any text at its leaves: a dictionary that misses or invents a key does not compile. */
export type Shape<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Shape<T[Key]> }
