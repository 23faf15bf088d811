namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>Every address of the rhythm: notices, their preferences, time, calendar.</summary>
public static class RhythmLinks
{
    public const string Notices = "/notices";
}
