using Fieldcraft.Domain.People;

namespace Fieldcraft.Domain.Rhythm;

/// <summary>How something is told beyond Home, where it stands in any case.</summary>
public enum Telling
{
    /// <summary>By mail as soon as it may be: somebody waits, or a day comes near.</summary>
    AtOnce,

    /// <summary>With the next digest.</summary>
    InDigest,

    /// <summary>On Home only.</summary>
    OnHome,
}

/// <summary>How often a digest may come; it only comes when it has something to say.</summary>
public enum DigestEvery
{
    Week,
    Day,
    Never,
}

/// <summary>What a person chose for one kind of notice.</summary>
public sealed class ChosenTelling
{
    private ChosenTelling() { }

    internal ChosenTelling(PersonalRhythmId rhythm, PersonId person, string kind, Telling telling)
    {
        RhythmId = rhythm;
        PersonId = person;
        Kind = kind;
        Telling = telling;
    }

    public PersonalRhythmId RhythmId { get; private set; }
    public PersonId PersonId { get; private set; }

    /// <summary>The key of the kind of notice.</summary>
    public string Kind { get; private set; } = "";
    public Telling Telling { get; private set; }

    internal void Choose(Telling telling) => Telling = telling;
}
