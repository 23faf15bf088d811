using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Tests.Programmes;

public sealed class ModuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Opens = new(2027, 1, 4);
    private static readonly PersonId Lead = PersonId.From(Guid.CreateVersion7());
    private static readonly ProgrammeId Programme = ProgrammeId.From(Guid.CreateVersion7());

    [Theory]
    [InlineData(27, "module-too-soon")]
    [InlineData(28, null)]
    [InlineData(42, null)]
    [InlineData(43, "module-too-late")]
    public void The_next_window_opens_four_to_six_weeks_after_the_one_before(int days, string? refusal)
    {
        var first = Add(null, Opens);

        var second = Module.Add(ModuleId.From(Guid.CreateVersion7()), Programme, first, Facts(Opens.AddDays(days)), Lead, Now);

        second.Refusal?.Code.ShouldBe(refusal);
        second.IsRefused.ShouldBe(refusal is not null);
        if (second.Value is { } added)
        {
            added.Number.ShouldBe(2);
        }
    }

    [Fact]
    public void A_window_that_is_moved_keeps_its_distance_to_both_neighbours()
    {
        var (first, second, third) = (Add(null, Opens), Add(null, Opens.AddDays(35)), Add(null, Opens.AddDays(70)));

        second.Describe(Facts(Opens.AddDays(30)), first, third, Lead, Now).IsDone.ShouldBeTrue();
        second.Describe(Facts(Opens.AddDays(43)), first, third, Lead, Now).Refusal!.Code.ShouldBe("module-too-late");
        second.Describe(Facts(Opens.AddDays(20)), first, third, Lead, Now).Refusal!.Code.ShouldBe("module-too-soon");
        second.WindowStart.ShouldBe(Opens.AddDays(30));
        second.WindowEnd.ShouldBe(Opens.AddDays(58));
    }

    [Fact]
    public void A_trial_that_took_too_long_keeps_the_module_from_its_leaders_until_it_is_shortened()
    {
        var module = Add(null, Opens);
        var content = Skeleton.In("en", (b, p) => $"{b} {p}") with
        {
            Aims = [LocalText.Of("en", "One")],
            Signs = [LocalText.Of("en", "a"), LocalText.Of("en", "b"), LocalText.Of("en", "c")],
        };
        var draft = ModuleEdition.Start(ModuleEditionId.From(Guid.CreateVersion7()), module.Id, 1, content, Lead, Now);
        draft.Publish([], _ => true, null, Lead, Now).Refusal!.Code.ShouldBe("module-not-piloted");
        var trial = Trial(draft, 71);

        draft.Publish([trial], _ => true, null, Lead, Now).Refusal!.Code.ShouldBe("module-pilot-too-long");
        draft.Rewrite(content.Retimed("talk", 5), Lead, Now);
        draft.Publish([trial], _ => true, "Shorter talk", Lead, Now).IsDone.ShouldBeTrue();

        draft.IsDraft.ShouldBeFalse();
        draft.Rewrite(content, Lead, Now).Refusal!.Code.ShouldBe("module-published");
        draft.Discard(Lead, Now).Refusal!.Code.ShouldBe("module-published");
        ModulePilot
            .Note(ModulePilotId.From(Guid.CreateVersion7()), draft, "Late", Opens, 50, null, Lead, Now)
            .Refusal!.Code.ShouldBe("module-published");
    }

    [Fact]
    public void Only_the_newest_trial_counts()
    {
        var content = Skeleton.In("en", (b, p) => $"{b} {p}") with
        {
            Aims = [LocalText.Of("en", "One")],
            Signs = [LocalText.Of("en", "a"), LocalText.Of("en", "b"), LocalText.Of("en", "c")],
        };
        var draft = ModuleEdition.Start(ModuleEditionId.From(Guid.CreateVersion7()), Add(null, Opens).Id, 1, content, Lead, Now);

        draft.Publish([Trial(draft, 71), Trial(draft, 59, days: 3)], _ => true, null, Lead, Now).IsDone.ShouldBeTrue();
    }

    [Fact]
    public void Bad_facts_are_named_by_their_field() =>
        new ModuleFacts(" ", new string('x', Module.SentenceLength + 1), null, null, null, Opens, 90)
            .Problems()
            .Select(p => (p.Path, p.Code))
            .ShouldBe([("title", "missing"), ("customerAction", "too-long"), ("windowDays", "out-of-range")]);

    [Fact]
    public void Somebody_is_named_once_for_a_part_and_can_be_released()
    {
        var module = Add(null, Opens);
        module.Name(ModuleRole.Designer, Lead, Lead, Now);
        var version = module.Version;

        module.Name(ModuleRole.Designer, Lead, Lead, Now).IsDone.ShouldBeTrue();
        module.Version.ShouldBe(version);
        module.Release(ModuleRole.Designer, Lead, Lead, Now);
        module.RoleHolders.ShouldBeEmpty();
    }

    private static ModulePilot Trial(ModuleEdition draft, int minutes, int days = 0) =>
        ModulePilot
            .Note(ModulePilotId.From(Guid.CreateVersion7()), draft, "Night", Opens.AddDays(days - 60), minutes, null, Lead, Now)
            .Value!;

    private static Module Add(Module? before, DateOnly opens) =>
        Module.Add(ModuleId.From(Guid.CreateVersion7()), Programme, before, Facts(opens), Lead, Now).Value!;

    private static ModuleFacts Facts(DateOnly opens) => new("The promise", null, null, null, null, opens);
}
