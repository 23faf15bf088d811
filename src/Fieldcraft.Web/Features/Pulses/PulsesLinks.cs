using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;

namespace Fieldcraft.Web.Features.Pulses;

/// <summary>Every address of pulses.</summary>
public static class PulsesLinks
{
    public const string List = "/pulses";
    public const string Launch = "/pulses/new";

    /// <summary>Where a code from paper is typed in, at a kiosk or a phone.</summary>
    public const string Enter = "/p";
    public const string Thanks = "/p/thanks";

    public static string One(PulseId id) => $"/pulses/{id.Value}";

    public static string Of(PulseId id, UnitId unit) => $"{One(id)}?unit={unit.Value}";

    public static string Codes(PulseId id, UnitId unit) => $"{One(id)}/codes?unit={unit.Value}";

    public static string AnswerOwn(PulseId id) => $"{One(id)}/answer";

    public static string Answer(string code) => $"/p/{code}";
}
