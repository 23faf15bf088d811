using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;

namespace Fieldcraft.Web.Features.Pulses;

/// <summary>Every address of pulses.</summary>
public static class PulsesLinks
{
    public const string List = "/pulses";
    public const string Launch = "/pulses/new";

    /// <summary>Where a code from paper is typed in.</summary>
    public const string Enter = "/p";

    /// <summary>The same on a device that many use, one after the other.</summary>
    public const string Kiosk = Enter + ShownAtKiosk;
    public const string Thanks = "/p/thanks";
    private const string ShownAtKiosk = "?kiosk=true";

    public static string One(PulseId id) => $"/pulses/{id.Value}";

    public static string Of(PulseId id, UnitId unit) => $"{One(id)}?unit={unit.Value}";

    public static string Codes(PulseId id, UnitId unit) => $"{One(id)}/codes?unit={unit.Value}";

    public static string AnswerOwn(PulseId id) => $"{One(id)}/answer";

    public static string Answer(string code, bool kiosk) => $"/p/{code}{(kiosk ? ShownAtKiosk : "")}";

    public static string ThanksAt(bool kiosk) => kiosk ? Thanks + ShownAtKiosk : Thanks;

    public static string EnterAt(bool kiosk) => kiosk ? Kiosk : Enter;
}
