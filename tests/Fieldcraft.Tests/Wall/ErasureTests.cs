using System.Security.Cryptography;
using Fieldcraft.Domain.Journal;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Wall;

public sealed class ErasureTests
{
    [Theory, OnServersOfItsOwn]
    public async Task An_erased_person_is_gone_with_everything_they_own(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        await WriteAsync(app, leader.Id, "The gate stuck");

        await EraseAsync(app, leader.Id);

        (await app.InDatabaseAsync(db => db.People.CountAsync(p => p.Id == leader.Id))).ShouldBe(0);
        (await app.InDatabaseAsync(db => db.JournalEntries.CountAsync(e => e.OwnerId == leader.Id))).ShouldBe(0);
        (await app.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.OwnerId == leader.Id.Value))).ShouldBe(0);
        (await app.InDatabaseAsync(db => db.Events.CountAsync(e => e.OwnerId == leader.Id.Value))).ShouldBe(0);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_text_kept_from_before_the_erasure_opens_for_nobody(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var owner = await world.LeaderAsync("Amira");
        var reader = await world.PersonAsync("Dalia");
        var entry = await WriteAsync(app, owner.Id, "The gate stuck");
        await AdmitAsync(app, owner.Id, entry.Id.Value, reader.Id);
        var wraps = await app.InDatabaseAsync(db => db.KeyWraps.AsNoTracking().Where(w => w.DocumentId == entry.Id.Value).ToListAsync());
        (await OpenAsync(app, reader.Id, entry.Text)).ShouldBe("The gate stuck");

        await EraseAsync(app, owner.Id);
        // As if somebody had put the rows of a backup back, without the erasures.
        await app.InDatabaseAsync(async db =>
        {
            db.KeyWraps.AddRange(wraps);
            await db.SaveChangesAsync();
        });

        await Should.ThrowAsync<CryptographicException>(() => OpenAsync(app, reader.Id, entry.Text));
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_restored_backup_does_not_bring_an_erased_person_back(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        await EraseAsync(app, leader.Id);
        await world.SaveAsync(Person.Join(leader.Id, new DirectoryFacts { FirstName = "Amira" }, world.Now));

        var applied = await app.InDatabaseAsync(db => Erasing.ApplyAgainAsync(db, app.Get<KeyStore>(), CancellationToken.None));

        applied.ShouldBe(1);
        (await app.InDatabaseAsync(db => db.People.CountAsync(p => p.Id == leader.Id))).ShouldBe(0);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_reader_who_was_expelled_stays_out_after_a_restore(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var owner = await world.LeaderAsync("Amira");
        var reader = await world.PersonAsync("Dalia");
        var entry = await WriteAsync(app, owner.Id, "The gate stuck");
        await AdmitAsync(app, owner.Id, entry.Id.Value, reader.Id);
        var wraps = await app.InDatabaseAsync(db => db.KeyWraps.AsNoTracking().Where(w => w.ReaderId == reader.Id.Value).ToListAsync());
        await InVaultAsync(app, (vault, _) => vault.ExpelAsync(entry.Id.Value, reader.Id, CancellationToken.None));
        await app.InDatabaseAsync(async db =>
        {
            db.KeyWraps.AddRange(wraps);
            await db.SaveChangesAsync();
        });

        await app.InDatabaseAsync(db => Erasing.ApplyAgainAsync(db, app.Get<KeyStore>(), CancellationToken.None));

        await Should.ThrowAsync<CryptographicException>(() => OpenAsync(app, reader.Id, entry.Text));
        (await OpenAsync(app, owner.Id, entry.Text)).ShouldBe("The gate stuck");
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_key_copy_from_before_an_erasure_does_not_bring_the_key_back(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        await WriteAsync(app, leader.Id, "The gate stuck");
        var keys = app.Get<KeyStore>();
        var copy = await keys.CopyAsync(CancellationToken.None);
        await EraseAsync(app, leader.Id);

        await keys.PutBackAsync(copy, CancellationToken.None);

        (await keys.KeyOfAsync(leader.Id, CancellationToken.None)).ShouldBeNull();
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_text_moved_into_another_persons_row_does_not_open_for_them(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var entry = await WriteAsync(app, (await world.LeaderAsync("Amira")).Id, "The gate stuck");
        var administrator = await world.HolderOfAsync(Role.Administrator);

        await Should.ThrowAsync<CryptographicException>(() => OpenAsync(app, administrator.Id, entry.Text));
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_sealed_text_that_was_changed_by_one_bit_does_not_open(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        var entry = await WriteAsync(app, leader.Id, "The gate stuck");
        var bytes = (byte[])entry.Text.ToBytes().Clone();
        bytes[^1] ^= 1;

        await Should.ThrowAsync<CryptographicException>(() => OpenAsync(app, leader.Id, SealedText.FromBytes(bytes)));
    }

    private static async Task<JournalEntry> WriteAsync(TestApp app, PersonId owner, string text)
    {
        var id = Id.New<JournalEntryId>(app.Clock.GetUtcNow());
        await InVaultAsync(
            app,
            async (vault, db) =>
            {
                db.Add(
                    JournalEntry.Write(
                        id,
                        owner,
                        text,
                        JournalPrompt.None,
                        await vault.SealerAsync(owner, id.Value, CancellationToken.None),
                        app.Clock.GetUtcNow()
                    )
                );
                await db.SaveChangesAsync();
            }
        );
        return await app.InDatabaseAsync(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.Id == id));
    }

    private static Task AdmitAsync(TestApp app, PersonId owner, Guid document, PersonId reader) =>
        InVaultAsync(
            app,
            async (vault, db) =>
            {
                await vault.AdmitAsync(owner, document, reader, CancellationToken.None);
                await db.SaveChangesAsync();
            }
        );

    private static async Task<string> OpenAsync(TestApp app, PersonId reader, SealedText text)
    {
        var opened = "";
        await InVaultAsync(
            app,
            async (vault, _) => opened = (await vault.UnlockAsync(Viewers.Of(reader), [text], CancellationToken.None)).Open(text)
        );
        return opened;
    }

    private static Task EraseAsync(TestApp app, PersonId person) =>
        app.InDatabaseAsync(db => Erasing.ErasePersonAsync(db, app.Get<KeyStore>(), person, CancellationToken.None));

    private static async Task InVaultAsync(TestApp app, Func<Vault, FieldcraftDb, Task> work)
    {
        await using var scope = app.Application.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<Vault>(), scope.ServiceProvider.GetRequiredService<FieldcraftDb>());
    }
}
