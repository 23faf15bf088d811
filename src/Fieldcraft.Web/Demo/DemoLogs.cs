using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Demo;

/// <summary>What leaders wrote down after the demo's sessions: hands in sum, and the three things that show where help is needed. No private lesson.</summary>
internal sealed class DemoLogs(ModuleId module)
{
    public List<SessionLog> All { get; } = [];

    public void Write(TeachingSession session, int people, DateTimeOffset at)
    {
        var chance = new DemoChance($"log/{module.Value}/{session.Id.Value}");
        if (people == 0 || chance.In(15))
        {
            return;
        }

        var log = SessionLog.Begin(DemoIds.Of<SessionLogId>(at, $"log/{session.Id.Value}"), session, session.LeaderId!.Value, at);
        var asked = chance.In(80);
        log.Write(
            asked ? Hands(people, least: 0, chance) : null,
            asked ? Hands(people, least: 1, chance) : null,
            new Fidelity(chance.In(85), chance.In(90), chance.In(75)),
            null,
            null,
            Nothing.ToSeal,
            at
        );
        All.Add(log);
    }

    // Somewhere in the middle before, a step higher after; some keep their hands down.
    private static ConfidenceSum Hands(int people, int least, DemoChance chance)
    {
        var hands = new int[5];
        for (var i = 0; i < people; i++)
        {
            if (!chance.In(8))
            {
                hands[least + chance.From(0, 3)]++;
            }
        }

        return ConfidenceSum.Read(hands)!;
    }

    private sealed class Nothing : ISealer
    {
        public static readonly Nothing ToSeal = new();

        public SealedText Seal(string field, string text) => throw new NotSupportedException("The demo's logs have no private text.");
    }
}
