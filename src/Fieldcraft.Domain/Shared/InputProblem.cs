namespace Fieldcraft.Domain.Shared;

/// <summary>One thing wrong with what was handed in: where it is, and what is wrong with it, as stable words.</summary>
/// <param name="Path">The field as the API spells it, for example <c>demand.high_stakes</c> or <c>others[2]</c>.</param>
/// <param name="Code">One of <see cref="InputProblems"/>; the page turns it into a sentence.</param>
public sealed record InputProblem(string Path, string Code);

/// <summary>The codes of <see cref="InputProblem"/>, and the checks that give them. In kebab-case, and stable: outside programs read them.</summary>
public static class InputProblems
{
    /// <summary>A value that has to be there is not.</summary>
    public const string Missing = "missing";

    /// <summary>A number outside its scale.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>A list with too few or too many entries.</summary>
    public const string WrongCount = "wrong-count";

    /// <summary>Refuses a whole number outside <paramref name="least"/>–<paramref name="most"/>; an unknown one passes.</summary>
    public static IEnumerable<InputProblem> Outside(string path, int? value, int least, int most) =>
        value < least || value > most ? [new InputProblem(path, OutOfRange)] : [];

    /// <summary>Refuses a number outside <paramref name="least"/>–<paramref name="most"/>, infinite or not a number.</summary>
    public static IEnumerable<InputProblem> Outside(string path, double? value, double least, double most) =>
        value is { } known && !(double.IsFinite(known) && known >= least && known <= most) ? [new InputProblem(path, OutOfRange)] : [];

    /// <summary>
    /// The guard at the door of every calculation. Callers look at the problems first and answer them; a calculation that is
    /// reached with bad input is a bug, hence the exception.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is a problem; the message names the first.</exception>
    public static void Refuse(IReadOnlyList<InputProblem> problems, string argument)
    {
        if (problems is [var first, ..])
            throw new ArgumentOutOfRangeException(argument, $"{first.Path}: {first.Code}");
    }
}
