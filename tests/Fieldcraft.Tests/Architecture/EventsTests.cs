using System.Reflection;
using System.Text;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Approved;

namespace Fieldcraft.Tests.Architecture;

public sealed class EventsTests
{
    private static readonly Type[] Events =
    [
        .. typeof(DomainEvent)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(DomainEvent)))
            .OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    [Fact]
    public void No_event_can_carry_a_text() => CarriersOfText(Events).ShouldBeEmpty();

    [Fact]
    public void An_event_that_carries_a_text_is_found() => CarriersOfText([typeof(SomethingWasSaid)]).ShouldBe(["SomethingWasSaid.Words"]);

    [Fact]
    public void The_list_of_events_is_the_one_that_was_approved()
    {
        var text = new StringBuilder(
            "# Everything that is written down as having happened\n\nWritten by a test from the code. Events carry ids, dates and kinds, never a text.\n"
        );
        foreach (var room in Events.GroupBy(e => e.Namespace!.Split('.')[^1]).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append($"\n## {room.Key}\n\n| event | facts |\n|---|---|\n");
            foreach (var happened in room)
            {
                text.Append($"| {happened.Name} | {string.Join(", ", FactsOf(happened).Select(p => p.Name))} |\n");
            }
        }

        ApprovedFile.ShouldMatch("docs/events.md", text.ToString());
    }

    private static IEnumerable<PropertyInfo> FactsOf(Type happened) =>
        happened.GetProperties().Where(p => p.Name is not ("Owner" or "EqualityContract")).OrderBy(p => p.MetadataToken);

    // Short codes are kinds of things, not texts; each one that an event may carry as a string is named here.
    private static IEnumerable<string> CarriersOfText(IEnumerable<Type> events) =>
        events.SelectMany(e =>
            FactsOf(e)
                .Where(p =>
                    p.PropertyType == typeof(string) && p.Name is not ("Question" or "Archetype" or "Capability" or "Kind" or "Name")
                )
                .Select(p => $"{e.Name}.{p.Name}")
        );

    private sealed record SomethingWasSaid(string Words, DateTimeOffset At) : DomainEvent(At)
    {
        public override Guid Owner => Guid.Empty;
    }
}
