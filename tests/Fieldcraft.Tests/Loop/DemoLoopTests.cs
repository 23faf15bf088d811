using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Demo;

namespace Fieldcraft.Tests.Loop;

[Trait("Speed", "Slow")]
public sealed class DemoLoopTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void In_a_programme_that_was_over_months_ago_every_idea_has_its_answer()
    {
        var units = new DemoUnits(DemoDirectory.Rows, Now.AddDays(-365));
        var people = new DemoPeople(DemoDirectory.Rows, units, Now.AddDays(-365));
        var sponsor = DemoUnits.PersonIdOf(DemoAccounts.All.First(a => a.Key == "sponsor").EmployeeId);
        var programme = Programme.Begin(
            Ideas.New<ProgrammeId>(),
            sponsor,
            new ProgrammeFacts("Safe hands", null, units.Organisation.Id, sponsor),
            Now.AddDays(-300)
        );
        var window = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-220);
        var module = Module
            .Add(
                Ideas.New<ModuleId>(),
                programme.Id,
                null,
                new ModuleFacts("Lift once", null, null, null, null, window),
                sponsor,
                Now.AddDays(-290)
            )
            .Value!;

        var ideas = new DemoLoop(people, units, Ideas.Rules, Now).Tell(programme, module, []).Ideas;

        ideas.Count.ShouldBeGreaterThan(100);
        ideas.ShouldAllBe(i => !i.IsOpen && i.AnsweredAt < Now);
        Ideas.BrokenIn(ideas).ShouldBeNull();
        ideas.Select(i => i.AnswerKind).Distinct().Count().ShouldBeGreaterThanOrEqualTo(3);
        ideas.Count(i => i.LateSince is not null).ShouldBeGreaterThan(5);
    }
}
