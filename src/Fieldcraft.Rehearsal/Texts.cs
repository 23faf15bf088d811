namespace Fieldcraft.Rehearsal;

/// <summary>What the rehearsal's leaders write; the work of a postal company, in plain words.</summary>
internal static class Texts
{
    public static readonly IReadOnlyList<string> Actions =
    [
        "We ring before the second attempt",
        "Whoever takes a complaint says what happens next before the call ends",
        "Damaged parcels are photographed at the ramp",
        "The late shift leaves one line for the early shift on every open case",
        "We read the address aloud when a parcel changes hands",
        "Every morning one customer's words at the huddle",
    ];

    public static readonly IReadOnlyList<string> Ideas =
    [
        "One telephone number for the customer from the first call to the answer",
        "A shelf at the counter for parcels that are waited for",
        "Let the driver say the new delivery hour in the app of the customer",
        "Print the reason for a return on the label",
        "A second scanner at gate four between five and seven",
        "Give the counter the same view of a case as the call centre",
    ];

    public static readonly IReadOnlyList<string> Reasons =
    [
        "The new scanners come in spring; we look at it again with them.",
        "The money of this year is spent; it stands on the list for the next one.",
        "Two sites tried it and it cost more time than it saved.",
    ];
}
