// Raised whenever Light makes other signals of the same session: what older versions made is made anew.
export const engineVersion = 23;
