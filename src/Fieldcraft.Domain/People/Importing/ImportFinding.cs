namespace Fieldcraft.Domain.People.Importing;

/// <summary>What a person can do about a refused row.</summary>
public enum FindingAction
{
    /// <summary>Correct the value, in the file or on the page.</summary>
    Fix,

    /// <summary>Leave the row out; it holds nobody.</summary>
    Skip,

    /// <summary>Say how values of this kind are meant in this file.</summary>
    Choose,
}

/// <summary>Why a row is refused: a stable code, where, the value as it stands in the file, and what can be done.</summary>
/// <param name="Line">The line of the file on which the row begins, the header being line 1.</param>
/// <param name="Arguments">What the sentence of this code names besides the value.</param>
public sealed record ImportFinding(int Line, string Column, string Value, string Code, FindingAction Action, params string[] Arguments);

/// <summary>The codes of <see cref="ImportFinding"/>. In kebab-case and stable: outside programs read them.</summary>
public static class FindingCode
{
    public const string AmbiguousDate = "ambiguous-date";
    public const string BadEmail = "bad-email";
    public const string DuplicateEmail = "duplicate-email";
    public const string DuplicateId = "duplicate-id";
    public const string EmailTaken = "email-taken";
    public const string EmptyUnit = "empty-unit";
    public const string Formula = "formula";
    public const string ImpossibleDate = "impossible-date";
    public const string MissingValue = "missing-value";
    public const string OutsideYourUnits = "outside-your-units";
    public const string SelfSupervision = "self-supervision";
    public const string SupervisorCycle = "supervisor-cycle";

    /// <summary>Not a refusal: the row is taken in, its line upwards is not, because the supervisor's own row is refused.</summary>
    public const string SupervisorRefused = "supervisor-refused";
    public const string TooLong = "too-long";
    public const string TotalRow = "total-row";
    public const string UnitTooDeep = "unit-too-deep";
    public const string UnknownLanguage = "unknown-language";
    public const string UnknownOrganisation = "unknown-organisation";
    public const string UnknownPerson = "unknown-person";
    public const string UnknownStatus = "unknown-status";
    public const string UnknownSupervisor = "unknown-supervisor";
    public const string UnknownTimeZone = "unknown-time-zone";
    public const string UnreadableCharacters = "unreadable-characters";
    public const string UnreadableDate = "unreadable-date";
    public const string WrongCellCount = "wrong-cell-count";

    public static readonly IReadOnlyList<string> All =
    [
        AmbiguousDate,
        BadEmail,
        DuplicateEmail,
        DuplicateId,
        EmailTaken,
        EmptyUnit,
        Formula,
        ImpossibleDate,
        MissingValue,
        OutsideYourUnits,
        SelfSupervision,
        SupervisorCycle,
        SupervisorRefused,
        TooLong,
        TotalRow,
        UnitTooDeep,
        UnknownLanguage,
        UnknownOrganisation,
        UnknownPerson,
        UnknownStatus,
        UnknownSupervisor,
        UnknownTimeZone,
        UnreadableCharacters,
        UnreadableDate,
        WrongCellCount,
    ];
}
