using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Plans;

/// <summary>How long a text in a plan may be, in characters: one constant for the form, the API and the aggregate.</summary>
public static class Lengths
{
    public const int Title = 120;
    public const int Line = 300;
    public const int Paragraph = 1_000;
    public const int Page = 2_000;
    public const int Address = 500;

    /// <summary>A working week; more is a slip of the finger.</summary>
    public const int MinutesAWeekAtMost = 2_400;

    /// <summary>Rows of one kind in a plan: beyond this it is no plan on one page.</summary>
    public const int RowsAtMost = 30;
}

/// <summary>Checks of plain texts before they are sealed.</summary>
public static class Texts
{
    public const string TooLong = "too-long";

    public static IEnumerable<InputProblem> Required(string path, string? text, int most) =>
        string.IsNullOrWhiteSpace(text) ? [new InputProblem(path, InputProblems.Missing)] : Optional(path, text, most);

    public static IEnumerable<InputProblem> Optional(string path, string? text, int most) =>
        text?.Trim().Length > most ? [new InputProblem(path, TooLong)] : [];
}

/// <summary>
/// An implementation intention: a situation and the act that answers it (DOMAIN 4.3). One half alone is a wish, so both or none.
/// </summary>
public static class IfThen
{
    public static IEnumerable<InputProblem> Problems(string ifPath, string? when, string thenPath, string? act) =>
        [
            .. Texts.Optional(ifPath, when, Lengths.Line),
            .. Texts.Optional(thenPath, act, Lengths.Line),
            .. (string.IsNullOrWhiteSpace(when), string.IsNullOrWhiteSpace(act)) switch
            {
                (true, false) => new[] { new InputProblem(ifPath, "both-parts-needed") },
                (false, true) => [new InputProblem(thenPath, "both-parts-needed")],
                _ => [],
            },
        ];
}
