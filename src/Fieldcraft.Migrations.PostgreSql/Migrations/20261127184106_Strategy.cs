using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fieldcraft.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Strategy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ConsensusVotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: true),
                    RevealedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Revealed = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsensusVotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsensusVotes_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "EnablingPromises",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuarterFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Written = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    MadeAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EnablingPromises", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EnablingPromises_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Releases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Minimum = table.Column<int>(type: "integer", nullable: false),
                    HasMarks = table.Column<bool>(type: "boolean", nullable: false),
                    FrozenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    PublishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Releases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Releases_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ReleaseStandings",
                columns: table => new
                {
                    Series = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Together = table.Column<int>(type: "integer", nullable: true),
                    Part = table.Column<int>(type: "integer", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_ReleaseStandings",
                        x => new
                        {
                            x.Series,
                            x.UnitId,
                            x.OwnerId,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_ReleaseStandings_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_ReleaseStandings_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "StrategyEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Written = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: false),
                    ServesId = table.Column<Guid>(type: "uuid", nullable: true),
                    GapId = table.Column<Guid>(type: "uuid", nullable: true),
                    ContradictsId = table.Column<Guid>(type: "uuid", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: true),
                    WrittenById = table.Column<Guid>(type: "uuid", nullable: true),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WordingNumber = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StrategyEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StrategyEntries_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_StrategyEntries_People_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_StrategyEntries_StrategyEntries_ContradictsId",
                        column: x => x.ContradictsId,
                        principalTable: "StrategyEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_StrategyEntries_StrategyEntries_GapId",
                        column: x => x.GapId,
                        principalTable: "StrategyEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_StrategyEntries_StrategyEntries_ServesId",
                        column: x => x.ServesId,
                        principalTable: "StrategyEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_StrategyEntries_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ConsensusBallots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VoteId = table.Column<Guid>(type: "uuid", nullable: false),
                    Mark = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsensusBallots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsensusBallots_ConsensusVotes_VoteId",
                        column: x => x.VoteId,
                        principalTable: "ConsensusVotes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "Pulses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    LaunchedById = table.Column<Guid>(type: "uuid", nullable: true),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoundId = table.Column<Guid>(type: "uuid", nullable: true),
                    Population = table.Column<int>(type: "integer", nullable: false),
                    Invited = table.Column<int>(type: "integer", nullable: false),
                    Answers = table.Column<int>(type: "integer", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pulses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Pulses_People_LaunchedById",
                        column: x => x.LaunchedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_Pulses_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_Pulses_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ReleaseCells",
                columns: table => new
                {
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Part = table.Column<int>(type: "integer", nullable: false),
                    UnitPath = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Work = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Employment = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Tenure = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    Size = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseCells", x => new { x.ReleaseId, x.Number });
                    table.ForeignKey(
                        name: "FK_ReleaseCells_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "ReleaseFigures",
                columns: table => new
                {
                    ReleaseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Measure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Part = table.Column<int>(type: "integer", nullable: false),
                    Group = table.Column<int>(type: "integer", nullable: true),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Sum = table.Column<double>(type: "double precision", nullable: false),
                    Squares = table.Column<double>(type: "double precision", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_ReleaseFigures",
                        x => new
                        {
                            x.ReleaseId,
                            x.Measure,
                            x.Part,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_ReleaseFigures_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "FindingAnswers",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Because = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    WrittenById = table.Column<Guid>(type: "uuid", nullable: true),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingAnswers", x => new { x.EntryId, x.Code });
                    table.ForeignKey(
                        name: "FK_FindingAnswers_People_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_FindingAnswers_StrategyEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "StrategyEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "LearningRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Written = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "date", nullable: false),
                    Answer = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    AnswerText = table.Column<string>(type: "character varying(1500)", maxLength: 1500, nullable: true),
                    AnsweredById = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    GapId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LearningRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LearningRequests_People_AnsweredById",
                        column: x => x.AnsweredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_LearningRequests_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_LearningRequests_StrategyEntries_GapId",
                        column: x => x.GapId,
                        principalTable: "StrategyEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_LearningRequests_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "StrategyEffects",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    TargetId = table.Column<Guid>(type: "uuid", nullable: false),
                    NotedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_StrategyEffects",
                        x => new
                        {
                            x.EntryId,
                            x.Kind,
                            x.TargetId,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_StrategyEffects_StrategyEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "StrategyEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "StrategyStances",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stance = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Wording = table.Column<int>(type: "integer", nullable: false),
                    TakenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StrategyStances", x => new { x.EntryId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_StrategyStances_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_StrategyStances_StrategyEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "StrategyEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "StrategyWordings",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Written = table.Column<string>(type: "character varying(16000)", maxLength: 16000, nullable: false),
                    WrittenById = table.Column<Guid>(type: "uuid", nullable: true),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StrategyWordings", x => new { x.EntryId, x.Number });
                    table.ForeignKey(
                        name: "FK_StrategyWordings_People_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_StrategyWordings_StrategyEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "StrategyEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PulseAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PulseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Mark = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PulseAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PulseAnswers_Pulses_PulseId",
                        column: x => x.PulseId,
                        principalTable: "Pulses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PulseInvitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PulseId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    Part = table.Column<int>(type: "integer", nullable: false),
                    CodeHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PulseInvitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PulseInvitations_People_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PulseInvitations_Pulses_PulseId",
                        column: x => x.PulseId,
                        principalTable: "Pulses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "PulseTalks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PulseId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    WrittenById = table.Column<Guid>(type: "uuid", nullable: true),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Action = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    LookBackOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LookBack = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PulseTalks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PulseTalks_People_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "FK_PulseTalks_Pulses_PulseId",
                        column: x => x.PulseId,
                        principalTable: "Pulses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_PulseTalks_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_ConsensusBallots_VoteId_Mark",
                table: "ConsensusBallots",
                columns: new[] { "VoteId", "Mark" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_ConsensusVotes_RoundId", table: "ConsensusVotes", column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsensusVotes_UnitId_OpenedAt",
                table: "ConsensusVotes",
                columns: new[] { "UnitId", "OpenedAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_EnablingPromises_OwnerId_QuarterFrom_Id",
                table: "EnablingPromises",
                columns: new[] { "OwnerId", "QuarterFrom", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_FindingAnswers_WrittenById", table: "FindingAnswers", column: "WrittenById");

            migrationBuilder.CreateIndex(name: "IX_LearningRequests_AnsweredById", table: "LearningRequests", column: "AnsweredById");

            migrationBuilder.CreateIndex(name: "IX_LearningRequests_GapId", table: "LearningRequests", column: "GapId");

            migrationBuilder.CreateIndex(
                name: "IX_LearningRequests_OwnerId_Id",
                table: "LearningRequests",
                columns: new[] { "OwnerId", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_LearningRequests_UnitId_Id",
                table: "LearningRequests",
                columns: new[] { "UnitId", "Id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_PulseAnswers_PulseId_Mark",
                table: "PulseAnswers",
                columns: new[] { "PulseId", "Mark" },
                unique: true
            );

            migrationBuilder.CreateIndex(name: "IX_PulseInvitations_CodeHash", table: "PulseInvitations", column: "CodeHash", unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PulseInvitations_OwnerId_PulseId",
                table: "PulseInvitations",
                columns: new[] { "OwnerId", "PulseId" }
            );

            migrationBuilder.CreateIndex(name: "IX_PulseInvitations_PulseId", table: "PulseInvitations", column: "PulseId");

            migrationBuilder.CreateIndex(name: "IX_Pulses_LaunchedById", table: "Pulses", column: "LaunchedById");

            migrationBuilder.CreateIndex(name: "IX_Pulses_ReleaseId", table: "Pulses", column: "ReleaseId");

            migrationBuilder.CreateIndex(name: "IX_Pulses_RoundId", table: "Pulses", column: "RoundId");

            migrationBuilder.CreateIndex(name: "IX_Pulses_UnitId_OpenedAt", table: "Pulses", columns: new[] { "UnitId", "OpenedAt" });

            migrationBuilder.CreateIndex(name: "IX_PulseTalks_PulseId", table: "PulseTalks", column: "PulseId");

            migrationBuilder.CreateIndex(name: "IX_PulseTalks_UnitId_PulseId", table: "PulseTalks", columns: new[] { "UnitId", "PulseId" });

            migrationBuilder.CreateIndex(name: "IX_PulseTalks_WrittenById", table: "PulseTalks", column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_Releases_UnitId_Kind_From",
                table: "Releases",
                columns: new[] { "UnitId", "Kind", "From" }
            );

            migrationBuilder.CreateIndex(name: "IX_ReleaseStandings_OwnerId", table: "ReleaseStandings", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_ReleaseStandings_UnitId", table: "ReleaseStandings", column: "UnitId");

            migrationBuilder.CreateIndex(name: "IX_StrategyEffects_TargetId", table: "StrategyEffects", column: "TargetId");

            migrationBuilder.CreateIndex(name: "IX_StrategyEntries_ContradictsId", table: "StrategyEntries", column: "ContradictsId");

            migrationBuilder.CreateIndex(name: "IX_StrategyEntries_GapId", table: "StrategyEntries", column: "GapId");

            migrationBuilder.CreateIndex(name: "IX_StrategyEntries_OwnerId", table: "StrategyEntries", column: "OwnerId");

            migrationBuilder.CreateIndex(name: "IX_StrategyEntries_ServesId", table: "StrategyEntries", column: "ServesId");

            migrationBuilder.CreateIndex(
                name: "IX_StrategyEntries_UnitId_Kind_Id",
                table: "StrategyEntries",
                columns: new[] { "UnitId", "Kind", "Id" }
            );

            migrationBuilder.CreateIndex(name: "IX_StrategyEntries_WrittenById", table: "StrategyEntries", column: "WrittenById");

            migrationBuilder.CreateIndex(name: "IX_StrategyStances_PersonId", table: "StrategyStances", column: "PersonId");

            migrationBuilder.CreateIndex(name: "IX_StrategyWordings_WrittenById", table: "StrategyWordings", column: "WrittenById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "ConsensusBallots");

            migrationBuilder.DropTable(name: "EnablingPromises");

            migrationBuilder.DropTable(name: "FindingAnswers");

            migrationBuilder.DropTable(name: "LearningRequests");

            migrationBuilder.DropTable(name: "PulseAnswers");

            migrationBuilder.DropTable(name: "PulseInvitations");

            migrationBuilder.DropTable(name: "PulseTalks");

            migrationBuilder.DropTable(name: "ReleaseCells");

            migrationBuilder.DropTable(name: "ReleaseFigures");

            migrationBuilder.DropTable(name: "ReleaseStandings");

            migrationBuilder.DropTable(name: "StrategyEffects");

            migrationBuilder.DropTable(name: "StrategyStances");

            migrationBuilder.DropTable(name: "StrategyWordings");

            migrationBuilder.DropTable(name: "ConsensusVotes");

            migrationBuilder.DropTable(name: "Pulses");

            migrationBuilder.DropTable(name: "StrategyEntries");

            migrationBuilder.DropTable(name: "Releases");
        }
    }
}
