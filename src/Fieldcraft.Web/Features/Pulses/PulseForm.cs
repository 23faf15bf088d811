using Fieldcraft.Domain.Pulses;

namespace Fieldcraft.Web.Features.Pulses;

/// <summary>The sixteen statements with what was ticked, on their way into a page.</summary>
public sealed record PulseForm(AskedPulse Pulse, IReadOnlyDictionary<string, int?> Said)
{
    public static IReadOnlyList<PulseItem> Items => PulseItems.All;

    public bool IsSaid(PulseItem item, int value) => Said.GetValueOrDefault(item.Id) == value;
}
