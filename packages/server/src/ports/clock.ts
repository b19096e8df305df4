/** The server's time. It decides who is early and who is late. */
export type Clock = () => Date
