using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Api;

/// <summary>Whatever a page can change, a program can change: every changing method of an aggregate has an operation, or says why it has none.</summary>
public sealed class EveryChangeTests
{
    [Fact]
    public void Every_change_of_an_aggregate_has_an_operation_or_a_reason()
    {
        var changes = RaisedEvents.ChangesIn(typeof(IAggregate).Assembly.GetTypes());

        changes.Count.ShouldBeGreaterThan(20);
        changes
            .Except(Changes.Table.Select(c => c.Method))
            .ShouldBeEmpty("These changes have neither an operation nor a reason in tests/Fieldcraft.Tests/Api/Changes.cs.");
        Changes.Table.Select(c => c.Method).Except(changes).ShouldBeEmpty("These lines of the table name no change of an aggregate.");
        Changes.Table.Select(c => c.Method).ShouldBeUnique();
    }

    [Fact]
    public async Task Every_operation_in_the_table_exists()
    {
        var names = (await Operations.AllAsync()).Select(o => o.Name).ToHashSet(StringComparer.Ordinal);

        Changes
            .Table.SelectMany(c => c.Operations)
            .Where(o => !names.Contains(o))
            .ShouldBeEmpty("The table names operations that the API does not have.");
    }

    [Fact]
    public void Every_line_has_operations_or_a_reason_and_not_both() =>
        Changes.Table.Where(c => c.Operations.Count > 0 == c.Reason is { Length: > 20 }).Select(c => c.Method).ShouldBeEmpty();

    [Fact]
    public void A_change_without_an_operation_is_found() =>
        RaisedEvents.ChangesIn([typeof(Lamp), typeof(EveryChangeTests)]).ShouldBe(["Lamp.Hang", "Lamp.SwitchByWay", "Lamp.SwitchOn"]);

    private readonly record struct LampId(Guid Value) : IEntityId<LampId>
    {
        public static LampId From(Guid value) => new(value);
    }

    /// <summary>Changes openly, through a private method, and through a lambda; and has a method that only looks.</summary>
    private sealed class Lamp(LampId id) : Aggregate<LampId>(id)
    {
        public bool IsOn { get; private set; }

        public static Lamp Hang(DateTimeOffset now)
        {
            var lamp = new Lamp(new LampId(Guid.Empty));
            lamp.Happened(new Switched(now));
            return lamp;
        }

        public void SwitchOn(DateTimeOffset now) => Switch(true, now);

        public void SwitchByWay(DateTimeOffset now) => new List<bool> { true }.ForEach(on => Switch(on, now));

        public bool Looks(DateTimeOffset now) => IsOn && now > DateTimeOffset.MinValue;

        private void Switch(bool on, DateTimeOffset now)
        {
            IsOn = on;
            Happened(new Switched(now));
        }
    }

    private sealed record Switched(DateTimeOffset At) : DomainEvent(At)
    {
        public override Guid Owner => Guid.Empty;
    }
}
