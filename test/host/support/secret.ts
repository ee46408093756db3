/** Something that looks like a key of GitHub, put together at run time: no file of this project holds anything like one. */
export const SECRET = `gh${'p_'}${'aB3dE5gH7jK9mN1pQ4rS6tU8vW0xY2zA4bC6'}`;
