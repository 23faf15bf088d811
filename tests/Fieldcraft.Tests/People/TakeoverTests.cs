using System.Diagnostics;
using System.Globalization;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Web.Features.Administration.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.People;

/// <summary>Imports into real databases: all or nothing, the same twice, out and in again.</summary>
public sealed class TakeoverTests(ITestOutputHelper output)
{
    [Theory, OnServersOfItsOwn, Trait("Speed", "Slow")]
    public async Task The_whole_directory_comes_in_goes_out_and_comes_in_again_unchanged(Database database)
    {
        await using var app = await TestApp.StartAsync(database);

        var watch = Stopwatch.StartNew();
        var planned = await PlanAsync(app, DirectoryFiles.Whole);
        var dryRun = watch.Elapsed;
        watch.Restart();
        (await TakeInAsync(app, DirectoryFiles.Whole)).IsDone.ShouldBeTrue();
        var import = watch.Elapsed;
        watch.Restart();
        var again = await PlanAsync(app, DirectoryFiles.Whole);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{database}: dry run {dryRun.TotalSeconds:f2} s, import {import.TotalSeconds:f2} s, again {watch.Elapsed.TotalSeconds:f2} s"
            )
        );

        planned.Count(RowOutcome.Create).ShouldBe(8005);
        again.Count(RowOutcome.Leave).ShouldBe(8005);
        var exported = await ExportAsync(app);
        var back = await PlanAsync(app, exported);
        back.Count(RowOutcome.Leave).ShouldBe(8005);
        back.Findings.ShouldBeEmpty();
        (await app.InDatabaseAsync(db => db.Units.CountAsync(u => u.Kind == UnitKind.Facility && u.LeadId != null))).ShouldBe(42);
        (await app.InDatabaseAsync(db => db.Placements.CountAsync())).ShouldBe(8005);
        (await app.InDatabaseAsync(db => db.Events.CountAsync(e => e.Name == nameof(PersonJoined)))).ShouldBe(8005);
    }

    [Theory, OnServersOfItsOwn]
    public async Task An_import_broken_off_in_the_middle_leaves_nothing(Database database)
    {
        await using var app = await TestApp.StartAsync(database);

        await Should.ThrowAsync<BrokenOffException>(() => TakeInAsync(app, DirectoryFiles.Whole, new BreaksOff(after: 20_000)));

        (await app.InDatabaseAsync(db => db.People.CountAsync())).ShouldBe(0);
        (await app.InDatabaseAsync(db => db.Units.CountAsync())).ShouldBe(0);
        (await app.InDatabaseAsync(db => db.Events.CountAsync(e => e.Name == nameof(PersonJoined)))).ShouldBe(0);
        (await TakeInAsync(app, DirectoryFiles.Messy)).IsDone.ShouldBeTrue();
    }

    [Theory, OnServersOfItsOwn]
    public async Task Changes_keep_the_history_of_place_and_line(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        await TakeInAsync(
            app,
            DirectoryFiles.Bytes("1,Ada,,ada@x.example,A,,Org,2020-01-01,", "2,Ben,,ben@x.example,A,1,Org / North,2021-01-01,")
        );

        await TakeInAsync(
            app,
            DirectoryFiles.Bytes("1,Ada,,ben@x.example,A,,Org,2020-01-01,", "2,Ben,,ada@x.example,L,,Org / South,2021-01-01,")
        );

        var ben = await app.InDatabaseAsync(db =>
            db.People.AsNoTracking().Include(p => p.Placements).Include(p => p.Lines).SingleAsync(p => p.EmployeeId == "2")
        );
        ben.Email.ShouldBe("ada@x.example");
        ben.Status.ShouldBe(PersonStatus.OnLeave);
        ben.ManagerId.ShouldBeNull();
        ben.Placements.Count.ShouldBe(2);
        ben.Placements.Single(p => p.To is null).UnitId.ShouldBe(ben.UnitId!.Value);
        ben.Lines.Single().To.ShouldNotBeNull();
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_plan_that_no_longer_fits_is_not_carried_out(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var bytes = DirectoryFiles.Bytes("1,Ada,,,A,,Org,,");
        var confirmed = DirectoryTakeover.Fingerprint(await PlanAsync(app, bytes));
        await TakeInAsync(app, DirectoryFiles.Bytes("1,Ada,Meanwhile,,A,,Org,,"));

        (await TakeInAsync(app, bytes, fingerprint: confirmed)).IsDone.ShouldBeFalse();

        (await app.InDatabaseAsync(db => db.People.Select(p => p.LastName).SingleAsync())).ShouldBe("Meanwhile");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Texts_that_look_like_formulas_survive_the_way_out_and_in(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        await TakeInAsync(app, DirectoryFiles.Bytes("1,-Ada,\"'+O\"\"Brien; x\",,A,,Org,,"));

        var exported = await ExportAsync(app);

        Encoding.UTF8.GetString(exported).ShouldContain("'-Ada");
        (await PlanAsync(app, exported)).Count(RowOutcome.Leave).ShouldBe(1);
    }

    internal static async Task<ImportPlan> PlanAsync(TestApp app, byte[] bytes)
    {
        await using var scope = app.Application.Services.CreateAsyncScope();
        var file = DirectoryFile.Read(bytes);
        return await scope
            .ServiceProvider.GetRequiredService<DirectoryTakeover>()
            .PlanAsync(file.Rows, ColumnMapping.Propose(file.Headers), null, default);
    }

    internal static async Task<Takeover> TakeInAsync(
        TestApp app,
        byte[] bytes,
        IProgress<ImportProgress>? progress = null,
        string? fingerprint = null
    )
    {
        await using var scope = app.Application.Services.CreateAsyncScope();
        var file = DirectoryFile.Read(bytes);
        return await scope
            .ServiceProvider.GetRequiredService<DirectoryTakeover>()
            .CarryOutAsync(file.Rows, ColumnMapping.Propose(file.Headers), null, fingerprint, progress, null, default);
    }

    private static async Task<byte[]> ExportAsync(TestApp app)
    {
        await using var scope = app.Application.Services.CreateAsyncScope();
        await using var writer = new StringWriter(CultureInfo.InvariantCulture);
        await scope.ServiceProvider.GetRequiredService<DirectoryExport>().WriteAsync(writer, null, default);
        return Encoding.UTF8.GetBytes(writer.ToString());
    }

    private sealed class BrokenOffException : Exception;

    private sealed class BreaksOff(int after) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Stage == ImportStage.Writing && value.Done > after)
            {
                throw new BrokenOffException();
            }
        }
    }
}
