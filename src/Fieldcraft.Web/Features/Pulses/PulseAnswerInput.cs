using Fieldcraft.Domain.Pulses;

namespace Fieldcraft.Web.Features.Pulses;

/// <summary>What was ticked: a statement's id to 1–7; a statement that was left out is not counted.</summary>
internal static class PulseAnswerInput
{
    /// <summary>Null where something cannot be an answer.</summary>
    public static IReadOnlyDictionary<string, int>? Read(IEnumerable<KeyValuePair<string, int?>> said)
    {
        var answers = said.Where(s => s.Value is not null).ToDictionary(s => s.Key, s => s.Value!.Value, StringComparer.Ordinal);
        return PulseItems.AreValid(answers) ? answers : null;
    }
}
