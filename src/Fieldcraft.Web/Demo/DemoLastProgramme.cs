using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Web.Demo;

/// <summary>A programme of one module that was over half a year ago; the next one opens with what it taught.</summary>
internal static class DemoLastProgramme
{
    public static (Programme Programme, Module Module) Tell(DemoRows rows, UnitId organisation, DateTimeOffset now)
    {
        var told = ToldEmbedding.Read();
        var (lead, begun) = (Account("programme_lead"), now.AddDays(-270));
        var programme = Programme.Begin(
            DemoIds.Of<ProgrammeId>(DemoIds.Founded, "programme/handover"),
            lead,
            new ProgrammeFacts(told.LastProgramme, told.LastPurpose, organisation, Account("sponsor")),
            begun
        );
        var module = Module
            .Add(
                DemoIds.Of<ModuleId>(DemoIds.Founded, "module/handover"),
                programme.Id,
                null,
                new ModuleFacts(told.LastModule, null, null, null, null, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-220)),
                lead,
                begun
            )
            .Value!;
        programme.End(lead, now.AddDays(-180));
        rows.Programmes.Add(programme);
        rows.Modules.Add(module);
        return (programme, module);
    }

    private static PersonId Account(string key) => DemoUnits.PersonIdOf(DemoAccounts.All.First(a => a.Key == key).EmployeeId);
}
